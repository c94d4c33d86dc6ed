# What can be wrong with an installation: each fault is a clear sentence on the page, a line in the log,
# and Koha lives on.

use strict;
use warnings;
use utf8;

use File::Copy ();
use Test::More;

use Try ();

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);

Try->make;
my $folder = Try::folder();

# One fault after the other in a process of its own, because a library stays until its process ends.
sub faulty {
    my ($name, $settings, $sentence, $prepare) = @_;
    my ($read, $write);
    pipe $read, $write or die "$!\n";
    my $pid = fork // die "$!\n";
    if (!$pid) {
        open STDERR, '>', "$folder/log" or die "$!\n";
        $prepare->() if $prepare;
        Try::plugin()->store_data($settings);
        my $super = Try->browser('super');
        my ($tool, $said) = ($super->open('')->status, $super->complaint);
        my $configure = $super->get('/cgi-bin/koha/plugins/run.pl?class=Koha%3A%3APlugin%3A%3ARo%3A%3AMetodica&method=configure')->text;
        my $home = $super->get('/cgi-bin/koha/mainpage.pl')->status;
        my $item = $super->post('/double/add_item', op => 'cud-add', csrf_token => _token($super), biblionumber => 1,
            barcode => "F$$", homebranch => 'CENTRU')->status;
        binmode $write, ':encoding(UTF-8)';
        print {$write} join("\t", $tool, $home, $item, $configure =~ $sentence ? 1 : 0, $said =~ s/\s+/ /gr), "\n";
        close $write;
        require POSIX;
        POSIX::_exit(0);
    }
    close $write;
    binmode $read, ':encoding(UTF-8)';
    my ($tool, $home, $item, $configured, $said) = split /\t/, <$read> // '', 5;
    waitpid $pid, 0;
    subtest $name => sub {
        is $?, 0, 'no crash';
        like $tool // '', qr/^(?:503|500)$/, 'the page fails';
        like $said // '', $sentence, 'with the sentence';
        ok $configured, 'which the configure page has too';
        is $home, 200, 'Koha\'s home page lives';
        is $item, 200, 'a copy can still be added, although the item hook ran';
        like slurp("$folder/log"), qr/^metodica: page:/m, 'the log has a line';
    };
    return;
}

sub slurp { my ($file) = @_; open my $in, '<', $file or return ''; local $/ = undef; return scalar <$in> }

sub _token {
    my ($browser) = @_;
    require Koha::Token;
    return Koha::Token->new->generate_csrf({ session_id => $browser->{cookie} =~ s/.*=//r });
}

my %good = (library => $ENV{KOHA_TRY_LIBRARY}, config => Try::ini());

subtest 'a constructor that cannot find the library' => sub {
    Try::plugin()->store_data({ library => '/nowhere.so' });
    ok Try::plugin(), 'lives: it loads nothing';
    ok !$INC{'FFI/Platypus.pm'}, 'not even FFI::Platypus';
};

faulty 'no library', { %good, library => '/nowhere/libmetodica.so' }, qr/nu este la \/nowhere\/libmetodica\.so/;
faulty 'a relative name of a folder', { %good, library => $folder }, qr/nu poate fi citit/;
faulty 'a library that is text', { %good, library => Try::ini() }, qr/nu este biblioteca de programe Metodica/;
faulty 'another library', { %good, library => "$ENV{KOHA_TRY_WRONG}/libmetodica_other.so" },
    qr/nu este biblioteca de programe Metodica/;
faulty 'a wrong interface', { %good, library => "$ENV{KOHA_TRY_WRONG}/libmetodica_wrong_abi.so" },
    qr/are interfața 2, iar modulul din Koha o cere pe 1/;
faulty 'a wrong version', { %good, library => "$ENV{KOHA_TRY_WRONG}/libmetodica_wrong_version.so" },
    qr/este versiunea 9\.9\.9, iar modulul din Koha este 0\.1\.0/;
faulty 'a library that anybody may change', { %good, library => "$folder/open.so" }, qr/poate fi schimbat de oricine/,
    sub { File::Copy::copy($good{library}, "$folder/open.so"); chmod 0777, "$folder/open.so" };
faulty 'no configuration file', { %good, config => '/nowhere.ini' }, qr/Fișierul de configurare \/nowhere\.ini nu există/;
faulty 'a wrong key in the configuration file', { %good, config => "$folder/wrong.ini" }, qr/nonsens/,
    sub { open my $out, '>', "$folder/wrong.ini" or die; print {$out} "[node]\nnonsens = 1\n"; close $out };
faulty 'FFI::Platypus is missing', \%good, qr/lipsește modulul Perl FFI::Platypus/,
    sub { unshift @INC, sub { die "hidden\n" if $_[1] eq 'FFI/Platypus.pm'; return } };
faulty 'Koha is too old', \%good, qr/are versiunea 21\.05\.00\.000; Metodica are nevoie de cel puțin 22\.11/,
    sub { $ENV{KOHA_DOUBLE_VERSION} = '21.05.00.000' };

subtest 'the library is replaced by rename while a worker runs' => sub {
    local $ENV{METODICA_PARTS} = "$ENV{KOHA_TRY_ADAPTERS}/parts";
    my $pid = fork // die "$!\n";
    if (!$pid) {
        my ($file, @wrong) = ("$folder/replaced.so");
        my $put = sub { File::Copy::copy($good{library}, "$file.new"); chmod 0755, "$file.new"; rename "$file.new", $file };
        $put->();
        Try::plugin()->store_data({ %good, library => $file });
        my $super = Try->browser('super');
        my $configure = '/cgi-bin/koha/plugins/run.pl?class=Koha%3A%3APlugin%3A%3ARo%3A%3AMetodica&method=configure';
        push @wrong, 1 if $super->open('')->status != 200 || $super->get($configure)->text =~ /versiune nouă/;
        $put->();
        push @wrong, 2 if $super->open('registers.inventory')->status != 200;
        push @wrong, 3 if $super->get($configure)->text !~ /Pe server este o versiune nouă a bibliotecii de programe/;
        require POSIX;
        POSIX::_exit(@wrong ? $wrong[0] : 0);
    }
    waitpid $pid, 0;
    is $? >> 8, 0, 'the worker goes on with the old one and the report says so';
    is $? & 127, 0, 'without a crash';
};

subtest 'the configuration file is edited while a worker runs' => sub {
    my $super = Try->browser('super');
    Try::plugin()->store_data(\%good);
    is $super->open('')->status, 200, 'it works';
    my $text = slurp(Try::ini());
    my $write = sub { my ($what, $time) = @_; open my $out, '>', Try::ini() or die; print {$out} $what; close $out; utime $time, $time, Try::ini() };
    $write->("nonsens = 1\n$text", time + 10);
    is $super->open('')->status, 503, 'a mistake shows at once';
    $write->($text, time + 20);
    is $super->open('')->status, 200, 'and so does its mending, without a restart';
};

subtest 'and all is well again' => sub {
    Try::plugin()->store_data(\%good);
    my $super = Try->browser('super');
    is $super->open('')->status, 200, 'the page';
    my $address = '/cgi-bin/koha/plugins/run.pl?class=Koha%3A%3APlugin%3A%3ARo%3A%3AMetodica&method=configure';
    $super->get($address);
    Try::shows($super, qr/Adaptorul Standalone .* este încărcat|Adaptorul .+ este încărcat/, 'the report names the adapter');
    Try::shows($super, qr/Numele instituției nu este completat/, 'and what is to be done');

    require Koha::Token;
    my %form = (class => $Try::CLASS, method => 'configure', op => 'cud-save', csrf_token => _token($super), %good);
    is $super->post('/cgi-bin/koha/plugins/run.pl', %{ { %form, role_keeper => 'user:ilona', role_reader => 'catalogue' } })->status, 200, 'saved';
    require Koha::Plugin::Ro::Metodica::Host;
    is_deeply Koha::Plugin::Ro::Metodica::Host::roles_of(Try::plugin(), 'ilona'), [ 'reader', 'keeper' ], 'roles by right and by name';
    is $super->post('/cgi-bin/koha/plugins/run.pl', %{ { %form, library => 'relative.so' } })->status, 422, 'a path must be whole';
    is $super->post('/cgi-bin/koha/plugins/run.pl', %{ { %form, role_keeper => 'DROP TABLE' } })->status, 422, 'a right must look like one';
    is $super->post('/cgi-bin/koha/plugins/run.pl', %{ { %form, csrf_token => 'x' } })->status, 403, 'and the token must be good';
    is(Try::plugin()->retrieve_data('library'), $good{library}, 'what was refused changed nothing');
    my $ana = Try->browser('ana');
    is $ana->post('/cgi-bin/koha/plugins/run.pl', %{ { %form, csrf_token => _token($ana) } })->status, 403, 'who may not configure is refused by Koha';
};

done_testing;
