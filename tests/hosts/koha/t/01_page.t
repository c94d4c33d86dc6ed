# The tool page inside Koha's frame: menu, screens, a reception by forms, tokens, rights, languages.

use strict;
use warnings;
use utf8;

use Test::More;
use Time::HiRes ();

use Try ();

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);

Try->make;
Try::open_registers();

my $ana = Try->browser('ana');

subtest 'the menu stands in the frame of Koha' => sub {
    $ana->open('');
    is $ana->status, 200, 'the page answers';
    Try::shows($ana, qr/<ul id="toplevelmenu"/, 'Koha\'s header is there');
    Try::shows($ana, qr/<h2>Registre RMF și RI<\/h2>/, 'our menu is there, in the language of the user');
    Try::shows($ana, qr/do=acquisition\.acts/, 'with links that stay inside run.pl');
    Try::hides($ana, qr/institution\.settings/, 'but nothing that her roles do not allow');
    like $ana->header('content-type'), qr/text\/html; charset=utf-8/i, 'as UTF-8';
};

subtest 'a screen is drawn in the frame' => sub {
    $ana->open('registers.inventory');
    is $ana->status, 200, 'the page answers';
    Try::shows($ana, qr/<article class="screen" id="screen-registers-inventory">/, 'drawn by the adapter');
    my $form = $ana->form('registers.inventory');
    is $form->{to}, '/cgi-bin/koha/plugins/run.pl', 'a form that reads goes to run.pl';
    my %fields = @{ $form->{fields} };
    is $fields{class}, 'Koha::Plugin::Ro::Metodica', 'and names the plugin in a field';
    ok !exists $fields{csrf_token}, 'and carries no token into an address';
};

subtest 'a reception by forms' => sub {
    $ana->open('acquisition.new');
    $ana->submit('acquisition.start', source => 'donation', partner => 'Donator Ștefan', 'act/kind' => 'donation_minutes',
        'act/number' => 'D 1', 'act/date' => '2026-02-03');
    is $ana->status, 200, 'the act is begun';
    like $ana->url, qr/do=acquisition\.act&id=/, 'the answer to a write leads to a page that reads';
    Try::shows($ana, qr/Donator Ștefan/, 'with the letters as typed');
    my $document = $ana->url;
    $ana->submit('acquisition.save_lines', 'lines/0/title' => 'Pădurea spânzuraților', 'lines/0/copies' => 'două');
    is $ana->status, 422, 'a wrong number is refused';
    Try::shows($ana, qr/value="două"/, 'and what was typed stands in the form again');
    $ana->submit('acquisition.save_lines', 'lines/0/copies' => 2, 'lines/0/unit_value' => '10,50');
    is $ana->status, 200, 'lines are kept' or diag $ana->complaint;
    Try::shows($ana, qr/Pădurea spânzuraților/, 'and shown again');
    $ana->get($document);
    Try::shows($ana, qr/Pădurea spânzuraților/, 'also when the page is opened anew');
};

subtest 'a post without the token of Koha is refused' => sub {
    $ana->open('acquisition.new');
    my %fields = @{ $ana->form('acquisition.start')->{fields} };
    my $to = $ana->form('acquisition.start')->{to};
    for my $version ('24.05.03.000', '22.11.05.000') {
        local $ENV{KOHA_DOUBLE_VERSION} = $version;
        my %bare = %fields;
        delete $bare{csrf_token};
        $ana->post($to, %bare);
        is $ana->status, 403, "Koha $version: no token";
        $ana->post($to, %{ { %fields, csrf_token => time . ':' . 'a' x 64 } });
        is $ana->status, 403, "Koha $version: a token of nobody";
        $ana->post($to, %{ { %fields, op => 'do' } });
        is $ana->status, 403, "Koha $version: an op without cud-";
        $ana->post($to, %fields);
        is $ana->status, 422, "Koha $version: with both it arrives, and the form is incomplete";
    }
    my $stranger = Try->browser('super');
    $stranger->post($to, %fields);
    is $stranger->status, 403, 'the token of another session';
};

subtest 'an address writes nothing' => sub {
    $ana->open('acquisition.start', source => 'donation', partner => 'Prin adresă', 'act/kind' => 'donation_minutes',
        'act/number' => 'D 9', 'act/date' => '2026-02-03');
    is $ana->status, 405, 'a write by GET';
    Try::shows($ana, qr/numai cu un buton/, 'with a sentence that says why');
    $ana->open('registers.nothing');
    is $ana->status, 404, 'an unknown action';
    $ana->open('../../x');
    is $ana->status, 404, 'an address that is no action';
};

subtest 'rights' => sub {
    my $guest = Try->browser('vizitator');
    $guest->open('');
    is $guest->status, 403, 'without "plugins: tool" Koha refuses the page';
    my $ilona = Try->browser('ilona');
    $ilona->open('');
    Try::shows($ilona, qr/Kezdőlap/, 'the language of the user');
    $ilona->open('acquisition.new');
    is $ilona->status, 403, 'a reader of the registers receives nothing';
    my $super = Try->browser('super');
    $super->open('institution.settings');
    is $super->status, 200, 'a superlibrarian has every role';
    my $stranger = Try->browser('strain');
    $stranger->open('');
    is $stranger->status, 403, 'a branch that is not in the file';
    Try::shows($stranger, qr/library &quot;ALTA&quot; is not in the configuration file/, 'is told so');
    my $nobody = Browser->new(app => $Try::app);
    $nobody->open('');
    Try::shows($nobody, qr/id="login"/, 'without a session Koha asks to log in');
};

subtest 'who acts comes from the session, not from the form' => sub {
    my $super = Try->browser('super');
    $super->open('institution.settings');
    $super->submit('institution.save', institution_name => 'Biblioteca Orășenească', 'as/user' => 'altul');
    is $super->status, 422, 'an unknown field is refused';
    $super->open('institution.settings');
    $super->submit('institution.save', institution_name => 'Biblioteca Orășenească');
    Try::shows($super, qr/role="status">[^<]+</, 'the notice is shown');
    $super->open('institution.settings');
    Try::hides($super, qr/<p class="notice"/, 'once');
    is Try::call('app.about')->{institution}, 'Biblioteca Orășenească', 'and it is kept';
};

subtest 'a second press with the same key changes nothing' => sub {
    $ana->open('acquisition.new');
    my $form = $ana->form('acquisition.start');
    my %fields = (@{ $form->{fields} }, source => 'donation', partner => 'De două ori', 'act/kind' => 'donation_minutes',
        'act/number' => 'D 2', 'act/date' => '2026-02-04');
    my @urls = map { $ana->post($form->{to}, %fields)->url } 1, 2;
    is $urls[0], $urls[1], 'the same act';
    $ana->open('acquisition.acts');
    my @found = $ana->text =~ /De două ori/g;
    is scalar @found, 1, 'once in the list';
};

subtest 'a paper comes as PDF' => sub {
    my $super = Try->browser('super');
    $super->open('registers.movement');
    $super->submit('registers.rmf_paper');
    is $super->status, 200, 'the paper is there' or diag $super->complaint;
    is $super->header('content-type'), 'application/pdf', 'as PDF';
    is substr($super->bytes, 0, 5), '%PDF-', 'byte for byte';
    is length $super->bytes, $super->header('content-length'), 'of the length it says';
    like $super->header('content-disposition'), qr/^inline; filename="[\w.-]+\.pdf"; filename\*=UTF-8''/, 'with its name';
};

subtest 'long work' => sub {
    no warnings 'redefine';
    my $call = \&Koha::Plugin::Ro::Metodica::Door::call;
    my @asked;
    my $slice = 0;
    local *Koha::Plugin::Ro::Metodica::Door::call = sub {
        my ($door, $request) = @_;
        return $call->(@_) if $request->{do} ne 'registers.start';
        push @asked, { %{$request} };
        Time::HiRes::sleep(0.3);
        return { kind => 'progress', done => ++$slice, of => 50, next => { from => $slice, lines => [ { a => 'ș"' } ] } };
    };
    my $super = Try->browser('super');
    $super->open('registers.movement');
    $super->submit('registers.rmf_paper');
    my %fields = (class => $Try::CLASS, method => 'tool', op => 'cud-do', key => 'k-1', csrf_token => Koha::Token->new->generate_csrf({ session_id => $super->{cookie} =~ s/.*=//r }));
    $super->post("$Browser::TOOL&do=registers.start", %fields);
    is $super->status, 200, 'after some seconds a page comes';
    Try::shows($super, qr/<progress max="50" value="$slice">/, 'which says how far it is');
    cmp_ok scalar @asked, '>', 2, 'several slices were done meanwhile';
    is scalar(keys %{ { map { $_->{key} => 1 } @asked } }), scalar @asked, 'each under a key of its own';
    my $before = $slice;
    $super->submit('registers.start');
    cmp_ok $slice, '>', $before, 'and its form goes on';
    is_deeply $asked[$before]{args}, { from => $before, 'lines/0/a' => 'ș"' }, 'where the other ended';
};

subtest 'a paper in slices' => sub {
    no warnings 'redefine';
    my $call = \&Koha::Plugin::Ro::Metodica::Door::call;
    local *Koha::Plugin::Ro::Metodica::Door::call = sub {
        my ($door, $request) = @_;
        return { kind => 'document', name => "R\x{102}.csv", type => 'text/csv', bytes => 4, base64 => 'YWI=', next => { id => 'x', offset => 2 } }
            if $request->{do} eq 'registers.rmf_paper';
        return { kind => 'data', base64 => 'Y2Q=' } if $request->{do} eq 'app.slice' && $request->{args}{offset} == 2;
        return $call->(@_);
    };
    my $super = Try->browser('super');
    $super->open('registers.movement');
    $super->submit('registers.rmf_paper');
    is $super->bytes, 'abcd', 'is put together';
    is $super->header('content-disposition'), q{attachment; filename="R_.csv"; filename*=UTF-8''R%C4%82.csv}, 'and saved, not shown';
};

subtest 'a file is sent' => sub {
    no warnings 'redefine';
    my ($call, %args) = (\&Koha::Plugin::Ro::Metodica::Door::call);
    local *Koha::Plugin::Ro::Metodica::Door::call = sub {
        return $call->(@_) if $_[1]{do} ne 'registers.start';
        %args = %{ $_[1]{args} };
        return { kind => 'data' };
    };
    my $super = Try->browser('super');
    my $token = Koha::Token->new->generate_csrf({ session_id => $super->{cookie} =~ s/.*=//r });
    my %fields = (class => $Try::CLASS, method => 'tool', op => 'cud-do', key => 'k-2', csrf_token => $token, note => 'ț');
    my $body = join '', map { qq{--b\r\nContent-Disposition: form-data; name="$_"\r\n\r\n$fields{$_}\r\n} } sort keys %fields;
    utf8::encode($body);
    $body .= qq{--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n\xFF\x00\r\n--b--\r\n};
    $super->_send('POST', "$Browser::TOOL&do=registers.start", $body, 'multipart/form-data; boundary=b');
    is $super->status, 200, 'it arrives';
    is_deeply \%args, { note => 'ț', file => { name => 'a.csv', base64 => '/wA=' } }, 'byte for byte, with its name';
};

done_testing;
