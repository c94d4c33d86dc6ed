# The answers to the adapter's questions (adapters/koha/QUESTIONS.md), and the traps of a Koha behind them.

use strict;
use warnings;
use utf8;

use JSON ();
use Test::More;

use Try ();

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);

$ENV{TZ} = 'Europe/Bucharest';
require POSIX;
POSIX::tzset();
Try->make(flavour => 'UNIMARC');
require Koha::Plugin::Ro::Metodica::Answers;
my $json   = JSON->new->utf8;
my $answer = Koha::Plugin::Ro::Metodica::Answers::answering(Try::plugin());
my $dbh    = Double::Store::dbh();

sub ask {
    my ($what, $args, $key) = @_;
    return $json->decode($answer->($json->encode({ ask => $what, version => 1, user => 'ana', key => $key // '', args => $args // {} })));
}

sub code { my ($reply) = @_; return $reply->{ok} ? 'ok' : $reply->{error}{code} }

my $xml = '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000   4500</leader>'
    . '<controlfield tag="001">C17</controlfield><datafield tag="200" ind1="1" ind2=" "><subfield code="a">Pădurea spânzuraților</subfield></datafield>'
    . '<datafield tag="700" ind1=" " ind2="1"><subfield code="a">Rebreanu, Liviu</subfield></datafield></record>';

subtest 'the installation' => sub {
    my $about = ask('about');
    is $about->{flavour}, 'UNIMARC', 'MARC flavour';
    is $about->{version}, Koha::version(), 'version';
    for my $question (@{ $about->{questions} }) {
        isnt code(ask($question)), 'unsupported', "$question is answered, as about says";
    }
    is code(ask('patrons.read')), 'unsupported', 'what is not agreed is not answered';
    is code($json->decode($answer->('no json'))), 'defect', 'a broken question does not break the worker';
    is_deeply [ map { $_->{library_id} } @{ ask('libraries')->{libraries} } ], [ 'ALTA', 'CENTRU', 'F3' ], 'libraries';
    is_deeply ask('values', { category => 'LOC' })->{values}, [ { value => 'SL', description => 'Sala de lectură' } ], 'codes';
    is_deeply ask('values', { category => 'NONE' })->{values}, [], 'an unknown list is empty';
};

subtest 'of people only who they are' => sub {
    my $ana = ask('user', { user => 'ana' });
    is_deeply [ sort keys %{$ana} ], [ 'library_id', 'ok', 'permissions', 'user' ], 'no name, no address';
    is_deeply $ana->{permissions}, [ 'acquisition', 'catalogue', 'editcatalogue:edit_items', 'plugins:tool', 'tools:inventory' ], 'rights';
    is code(ask('user', { user => 'nobody' })), 'not_found', 'nobody';
    is ask('user', { session => C4::Auth::log_in('ilona') })->{user}, 'ilona', 'by session';
    is code(ask('user', { session => 'gone' })), 'denied', 'a session that is over';
};

my ($biblio, $item);

subtest 'records' => sub {
    my $made = ask('titles.create', { marcxml => $xml, flavour => 'UNIMARC', framework => '' }, 'k1');
    ok $made->{ok}, 'made' or diag $json->encode($made);
    $biblio = $made->{biblio_id};
    is ask('titles.create', { marcxml => $xml, flavour => 'UNIMARC' }, 'k1')->{biblio_id}, $biblio, 'the same key makes no second one';
    isnt ask('titles.create', { marcxml => $xml, flavour => 'UNIMARC' }, 'k2')->{biblio_id}, $biblio, 'another key does';
    is code(ask('titles.create', { marcxml => $xml, flavour => 'MARC21' }, 'k3')), 'invalid', 'of another flavour: refused';
    is code(ask('titles.create', { marcxml => '<record', flavour => 'UNIMARC' }, 'k4')), 'invalid', 'broken XML: refused';
    my $read = ask('titles.read', { biblio_ids => [ $biblio, 99999 ] })->{titles};
    is scalar @{$read}, 1, 'read, unknown ids left out';
    like $read->[0]{marcxml}, qr/Pădurea spânzuraților/, 'with its letters';
    like $read->[0]{timestamp}, qr/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'and an instant in UTC';
    is scalar @{ ask('titles.find', { text => 'spânzuraților Rebreanu', after => 0, limit => 10 })->{titles} }, 2, 'found by words';
    is scalar @{ ask('titles.find', { text => '%' })->{titles} }, 0, 'a percent sign is no wildcard';
    is scalar @{ ask('titles.find', { control_number => 'C17' })->{titles} }, 2, 'found by field 001';
    is scalar @{ ask('titles.find', { control_number => 'C1' })->{titles} }, 0, 'as a whole';
    is code(ask('titles.replace', { biblio_id => $biblio, expected => '2020-01-01T00:00:00Z', marcxml => $xml, flavour => 'UNIMARC' })), 'conflict',
        'a newer record is not overwritten';
    ok ask('titles.replace', { biblio_id => $biblio, expected => $read->[0]{timestamp}, marcxml => $xml, flavour => 'UNIMARC' })->{ok}, 'else it is';
    my $changes = ask('titles.changes', { after_timestamp => '', after_id => 0, limit => 1 })->{changes};
    is scalar @{$changes}, 1, 'changes come in pages';
    my $rest = ask('titles.changes', { after_timestamp => $changes->[0]{timestamp}, after_id => $changes->[0]{biblio_id} })->{changes};
    is scalar @{$rest}, 1, 'and go on behind the last, not twice';
};

sub create { my ($key, %item) = @_; return ask('items.create', { items => [ { biblio_id => $biblio, home_library_id => 'CENTRU', %item } ] }, $key)->{outcomes}[0] }

sub update { my ($expected, %set) = @_; return ask('items.update', { items => [ { item_id => $item->{item_id}, expected => $expected, set => \%set } ] })->{outcomes}[0] }

subtest 'copies are made' => sub {
    $item = create('i1', external_id => 'RO1', inventory_number => '14501', purchase_price => '45.50', acquisition_date => '2026-06-01')->{item};
    is $item->{external_id}, 'RO1', 'made and read again';
    is $item->{purchase_price}, '45.50', 'money as a text';
    is $item->{holding_library_id}, 'CENTRU', 'it stands where it belongs';
    is create('i1', external_id => 'RO1')->{item}{item_id}, $item->{item_id}, 'the same key: the same item';
    is create('i2', external_id => 'ro1')->{error}{code}, 'barcode_in_use', 'trap 15: a barcode in other letters is the same barcode';
    is create('i3', external_id => 'X' x 21)->{error}{code}, 'invalid', 'trap 2: 21 characters are refused, not cut';
    is create('i4', external_id => 'X' x 20)->{item}{external_id}, 'X' x 20, '20 are kept';
    is create('i5', external_id => 'N', purchase_price => '1000000.00')->{error}{code}, 'invalid', 'an amount that Koha would cut';
    is ask('items.create', { items => [ { biblio_id => 4711, external_id => 'Q' } ] }, 'i6')->{outcomes}[0]{error}{code}, 'not_found', 'no record';
    my $two = ask('items.create', { items => [ map { { biblio_id => $biblio, home_library_id => 'F3', external_id => $_ } } 'RO1', 'RO2' ] }, 'i7')->{outcomes};
    is_deeply [ map { $_->{error} ? $_->{error}{code} : $_->{item}{external_id} } @{$two} ], [ 'barcode_in_use', 'RO2' ], 'one failure stops no other';
};

subtest 'copies are changed' => sub {
    $dbh->do('UPDATE items SET more_subfields_xml = ? WHERE itemnumber = ?', {}, '<x/>', $item->{item_id});
    $dbh->do('UPDATE items SET timestamp = ? WHERE itemnumber = ?', {}, '2026-06-01 11:00:00', $item->{item_id});
    is update('2026-06-01T11:00:00Z', callnumber => 'A')->{error}{code}, 'conflict', 'civil time is not UTC';
    my $done = update('2026-06-01T08:00:00Z', callnumber => '821 R31', withdrawn => 1);
    is $done->{item}{callnumber}, '821 R31', 'changed with the version seen';
    my $row = $dbh->selectrow_hashref('SELECT * FROM items WHERE itemnumber = ?', {}, $item->{item_id});
    ok $row->{withdrawn_on}, 'trap 11: Koha\'s own store ran and set the day';
    is $row->{more_subfields_xml}, '<x/>', 'trap 3: other subfields stay';
    is $row->{stocknumber}, '14501', 'as do other columns';
    my $conflict = update('2026-06-01T08:00:00Z', callnumber => 'B');
    is $conflict->{error}{code}, 'conflict', 'the version seen is old now';
    is $conflict->{item}{callnumber}, '821 R31', 'and the answer says how it stands';
    update('', withdrawn => 0);
    is $dbh->selectrow_array('SELECT withdrawn_on FROM items WHERE itemnumber = ?', {}, $item->{item_id}), undef, 'back to 0 clears the day';
    is update('', external_id => 'RO2')->{error}{code}, 'barcode_in_use', 'a barcode of another copy';
    is update('', external_id => 'RO1')->{item}{external_id}, 'RO1', 'its own is none';
    is update('', withdrawn => 'x')->{error}{code}, 'invalid', 'a state that is no number';
    $dbh->do('UPDATE items SET onloan = ? WHERE itemnumber = ?', {}, '2026-07-01', $item->{item_id});
    is update('', withdrawn => 1)->{error}{code}, 'on_loan', 'a copy on loan is not withdrawn';
    is ask('items.read', { by => 'item_id', values => [ $item->{item_id} ] })->{items}[0]{checked_out_date}, '2026-07-01', 'the loan is a day, no person';
};

subtest 'copies are read' => sub {
    is ask('items.read', { by => 'external_id', values => [ 'RO1', 'RO2', 'RO404' ] })->{items}[1]{external_id}, 'RO2', 'by barcode';
    is scalar @{ ask('items.read', { by => 'inventory_number', values => ['14501'] })->{items} }, 1, 'by inventory number';
    is code(ask('items.read', { by => 'borrowernumber', values => [1] })), 'invalid', 'by nothing else';
    is code(ask('items.read', { by => 'item_id', values => [ 1 .. 1001 ] })), 'invalid', 'at most 1,000';
    my ($after, @seen) = (0);
    while (my @page = @{ ask('items.walk', { after => $after, limit => 2 })->{items} }) {
        push @seen, map { $_->{item_id} } @page;
        $after = $seen[-1];
    }
    is_deeply \@seen, $dbh->selectcol_arrayref('SELECT itemnumber FROM items ORDER BY 1'), 'walked in pages: each once';
    is scalar @{ ask('items.walk', { library_ids => ['F3'] })->{items} }, 1, 'of one library';
    is scalar @{ ask('items.walk', { changed_since => '2099-01-01' })->{items} }, 0, 'since a day';
};

subtest 'acquisition' => sub {
    $dbh->do('INSERT INTO aqorders VALUES (31, 12, 7, ?, 3, 0, 45.5, ?, NULL), (32, 12, 7, ?, 2, 2, 45.5, ?, 31)', {},
        $biblio, 'partial', $biblio, 'complete');
    is_deeply ask('vendors')->{rows}, [ { id => 4, name => 'Humanitas' } ], 'vendors';
    is_deeply ask('funds')->{rows}[0], { id => 7, name => 'Buget local 2026', currency => 'RON', given => '50000.00', spent => '12000.00' }, 'funds';
    is ask('suggestions')->{rows}[0]{quantity}, 2, 'suggestions';
    my $lines = ask('order_lines')->{rows};
    is_deeply [ map { [ @{$_}{qw(order_id parent_order_id quantity_received)} ] } @{$lines} ], [ [ 31, undef, 0 ], [ 32, 31, 2 ] ],
        'trap 8: the parts of a line, with their parent';
    is_deeply ask('order_lines', { after => 31 })->{rows}[0]{order_id}, 32, 'in pages';
};

done_testing;
