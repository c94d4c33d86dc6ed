# The walk of a year on Koha's pages: reception, stocktaking, withdrawal, by forms only. With the adapter
# to Koha (KOHA_TRY_ADAPTER=koha) what is written back is looked up in Koha's own tables.

use strict;
use warnings;
use utf8;

use Test::More;

use Try ();

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);

my $inside  = ($ENV{KOHA_TRY_ADAPTER} // 'standalone') eq 'koha';
my $flavour = $ENV{KOHA_TRY_FLAVOUR} // 'MARC21';
Try->make(adapter => $ENV{KOHA_TRY_ADAPTER}, flavour => $flavour);
Try::open_registers();

my $dbh = Double::Store::dbh();
sub item { my ($number) = @_; return $dbh->selectrow_hashref('SELECT * FROM items WHERE stocknumber = ?', {}, $number) }

# The old book of the registers stands in Koha too, with a subfield that Koha has no column for.
$dbh->do(q{INSERT INTO biblio (biblionumber, title, timestamp) VALUES (500, 'Ion', '2026-01-01 10:00:00')});
$dbh->do(q{INSERT INTO items (itemnumber, biblionumber, barcode, stocknumber, homebranch, holdingbranch, price, timestamp, more_subfields_xml)
    VALUES (900, 500, 'RO0001', '1', 'CENTRU', 'CENTRU', 12.5, '2026-01-01 10:00:00', '<local/>')});

my @news;
{
    require Koha::Plugin::Ro::Metodica::News;
    no warnings 'redefine';
    *Koha::Plugin::Ro::Metodica::News::_tell = sub { push @news, $_[3]; return { kind => 'data' } };
}

my $super = Try->browser('super');

sub done {
    my ($what) = @_;
    my $good = is $super->status, 200, $what;
    diag $super->complaint if !$good;
    return $good;
}

subtest 'reception' => sub {
    $super->open('acquisition.new');
    done 'a new act';
    $super->submit('acquisition.start', source => 'donation', partner => 'Donator Ștefan', 'act/kind' => 'donation_minutes',
        'act/number' => 'D 1', 'act/date' => '2026-02-03');
    done 'its head';
    $super->submit('acquisition.save_lines', 'lines/0/author' => 'Rebreanu, Liviu', 'lines/0/title' => 'Pădurea spânzuraților',
        'lines/0/copies' => 2, 'lines/0/unit_value' => '10,50');
    done 'its lines';
    $super->submit('acquisition.count');
    done 'counted';
    $super->submit('acquisition.classify', 'lines/0/udc' => '821.135.1-31');
    done 'classified';
    $super->submit('acquisition.prices');
    done 'priced';
    $super->submit('acquisition.sign', committee => "Ana Rus\nIon Pop\nEva Nagy");
    done 'signed';
    Try::shows($super, qr/lotul 1\/2026, 2 exemplare/, 'the notice names the lot');
    is scalar @{ Try::call('registers.rmf', { year => 2026, part => 1 })->{rows} }, 1, 'the movement register has the row';
    $super->open('registers.copy', register => 'carti', number => 3);
    done 'the last copy is in the inventory register';
};

subtest 'what Koha has after the reception' => sub {
    plan skip_all => 'the adapter to Koha is not in use' if !$inside;
    my ($title, $author) = $dbh->selectrow_array('SELECT title, author FROM biblio WHERE biblionumber <> 500');
    is $title, 'Pădurea spânzuraților', "a record as $flavour";
    like $author // '', qr/^Rebreanu/, 'with its author';
    for my $number (2, 3) {
        my $item = item($number);
        ok $item, "an item with inventory number $number" or next;
        is $item->{homebranch}, 'CENTRU', 'in the branch of the user';
        cmp_ok $item->{price}, '==', 10.5, 'with its price';
        like $item->{dateaccessioned} // '', qr/^\d{4}-\d\d-\d\d$/, 'with the day it was received';
        is $item->{booksellerid}, 'Donator Ștefan', 'and from whom';
        ok length($item->{barcode}) <= 20, 'with a barcode that fits';
    }
    my ($who) = $dbh->selectrow_array('SELECT DISTINCT user FROM action_logs');
    is $who, 'super', 'and Koha\'s log names the person';
    is scalar @news, 0, 'what we wrote ourselves is no news';
};

subtest 'stocktaking' => sub {
    $super->open('stocktaking.new');
    $super->submit('stocktaking.open', chair => 'Ioana Pop', members => 'Dan Rus', decision_number => 14, decision_date => '2026-05-25');
    done 'opened';
    $super->submit('stocktaking.statement', keeper => 'Ana Rus', last_entry => '1/2026', last_exit => '-');
    done 'the keeper has stated';
    for my $code ('1', '2', '3') {
        $super->submit('stocktaking.scan', code => $code);
        Try::shows($super, qr/class="verdict good"/, "copy $code is found") or diag $super->complaint;
    }
    $super->submit('stocktaking.scan', code => '777');
    Try::hides($super, qr/class="verdict good"/, 'a foreign one is not');
    $super->open('stocktaking.closing', session => 1);
    $super->submit('stocktaking.close', minutes_number => 15, causes => 'Fără lipsuri.');
    done 'closed';
};

subtest 'withdrawal' => sub {
    $super->open('withdrawal.new');
    $super->submit('withdrawal.propose', 'copies/0/code' => 'carti 1', 'copies/0/state' => 'cotor rupt');
    done 'proposed';
    $super->open('withdrawal.examination', proposal => 1);
    $super->submit('withdrawal.examine', decision_number => 19, decision_date => '2026-06-01', chair => 'Maria Ionescu',
        members => "Ion Rus\nEva Nagy", minutes_number => 7, minutes_date => '2026-06-02', destination => 'waste_paper');
    done 'examined';
    $super->open('withdrawal.approval', proposal => 1);
    $super->submit('withdrawal.approve', decision_number => 21, decision_date => '2026-06-03');
    done 'approved';
    is scalar @{ Try::call('registers.rmf', { year => 2026, part => 2 })->{rows} }, 1, 'part II of the movement register has the row';
};

subtest 'what Koha has after the withdrawal' => sub {
    plan skip_all => 'the adapter to Koha is not in use' if !$inside;
    my $item = item(1);
    is $item->{withdrawn}, 1, 'the item is withdrawn';
    ok $item->{withdrawn_on}, 'by Koha\'s own store, which sets the day';
    is $item->{more_subfields_xml}, '<local/>', 'and its other subfields are kept';
    is scalar @news, 0, 'which is no news either';
    Koha::Items->find(item(2)->{itemnumber})->set({ location => 'SL' })->store;
    is_deeply [ map { "$_->{what} $_->{change}" } @news ], ['copy changed'], 'but a change by Koha is';
};

my $check = Try::call('registers.verify');
ok $check->{ok}, 'the chain of the registers verifies';
is_deeply $check->{problems}, [], 'without a problem';

done_testing;
