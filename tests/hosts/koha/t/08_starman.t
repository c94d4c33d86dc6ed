# Preforked workers as Koha runs them: six of them, replaced after some requests, some killed in the
# middle of their work. 1,000 mixed requests; what was acknowledged is in the registers once, the chain
# verifies, and Koha has its items.

use strict;
use warnings;
use utf8;

use File::Copy  ();
use HTTP::Tiny  ();
use JSON        ();
use POSIX       ();
use Test::More;
use Time::HiRes ();

use Prefork ();
use Try     ();

use constant { WORKERS => 6, CLIENTS => 6, REQUESTS => 1000, RECYCLE => 25, TRIES => 12, MOST_KILLED => 15 };

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);

my $json    = JSON->new->utf8;
my $folder  = Try::folder();
my $library = "$folder/libmetodica.so";
$ENV{METODICA_PARTS} //= "$ENV{KOHA_TRY_ADAPTERS}/parts";
Try->make(adapter => 'koha');
File::Copy::copy($ENV{KOHA_TRY_LIBRARY}, $library);
chmod 0755, $library;
Try::plugin()->store_data({ library => $library });
Try::open_registers();

sub act {
    my ($name) = @_;
    return { source => 'donation', partner => 'Donator Ștefan', act => { kind => 'donation_minutes', number => $name, date => '2026-01-02' },
        lines => [ { title => "Carte $name", language => 'ro', udc => '821.135.1', register => 'carti', copies => 1, unit_value => '10.00' } ] };
}

# One client: reads and writes in turn. A write that is not answered is sent again with its key, as a
# browser's second press would. Prints what was acknowledged.
sub client {
    my ($base, $round, $who, $count) = @_;
    my $browser = Browser->new(base => $base);
    my $http    = HTTP::Tiny->new(timeout => 60, keep_alive => 0);
    (my $api = "$base/api/v1/contrib/metodica/call") =~ s{//}{//super:super@};
    my (@acknowledged, $failed, $again) = ();
    ($failed, $again) = (0, 0);
    my $patiently = sub {
        my ($do) = @_;
        for my $try (1 .. TRIES) {
            return 1 if $do->();
            $again++;
            Time::HiRes::sleep(0.05 * $try);
        }
        $failed++;
        return 0;
    };
    $patiently->(sub { $browser->log_in('super')->status == 200 });
    for my $n (1 .. $count) {
        my $name = "$round-$who-$n";
        my $kind = $n % 5;
        if ($kind == 0) {
            my $body = $json->encode({ do => 'acquisition.receive', key => "r-$name", args => act($name) });
            my $done = $patiently->(sub {
                my $answer = $http->post($api, { content => $body, headers => { 'Content-Type' => 'application/json' } });
                return $answer->{status} == 200;
            });
            push @acknowledged, $name if $done;
        }
        elsif ($kind == 1) {
            $patiently->(sub { $browser->open('acquisition.new')->status == 200 && $browser->form('acquisition.start') }) or next;
            my %fields = (@{ $browser->form('acquisition.start')->{fields} }, source => 'donation', partner => 'P',
                'act/kind' => 'donation_minutes', 'act/number' => "F $name", 'act/date' => '2026-01-02');
            my $to = $browser->form('acquisition.start')->{to};
            my $done = $patiently->(sub { $browser->post($to, %fields)->status == 200 });
            push @acknowledged, "F $name" if $done;
        }
        else {
            my @pages = ([''], ['registers.movement'], ['registers.inventory'], ['acquisition.acts']);
            $patiently->(sub { $browser->open(@{ $pages[ $n % @pages ] })->status == 200 });
        }
    }
    return { acknowledged => \@acknowledged, failed => $failed, again => $again };
}

sub run_clients {
    my ($server, $round, $during) = @_;
    my %pid_of;
    for my $who (1 .. CLIENTS) {
        my $pid = fork // die "$!\n";
        if (!$pid) {
            my $result = eval { client($server->base, $round, $who, int(REQUESTS / 2 / CLIENTS)) } // { acknowledged => [], failed => 999, fault => "$@" };
            open my $out, '>', "$folder/client-$round-$who" or POSIX::_exit(1);
            print {$out} $json->encode($result);
            close $out;
            POSIX::_exit(0);
        }
        $pid_of{$pid} = $who;
    }
    my $ticks = 0;
    while (%pid_of) {
        Time::HiRes::sleep(0.1);
        $server->workers;
        $during->(++$ticks);
        while ((my $pid = waitpid -1, POSIX::WNOHANG()) > 0) { delete $pid_of{$pid} }
    }
    return map { local (@ARGV, $/) = "$folder/client-$round-$_"; $json->decode(<>) } 1 .. CLIENTS;
}

my (%acts, %drafts);
for my $round (1, 2) {
    my $preload = $round == 2;
    subtest $preload ? 'the parent opened the library before it forked' : 'each worker loads the library itself' => sub {
        my $server = Prefork->start(workers => WORKERS, requests => RECYCLE, preload => $preload);
        my $began  = Time::HiRes::time();
        my @results = run_clients($server, $round, sub {
            my ($tick) = @_;
            $server->kill_one if $tick % 10 == 0 && $server->killed < MOST_KILLED;
            if ($tick == 15) {    # the package was upgraded: another file under the same name, old workers go on
                File::Copy::copy($ENV{KOHA_TRY_LIBRARY}, "$library.new");
                chmod 0755, "$library.new";
                rename "$library.new", $library;
            }
        });
        my $took = Time::HiRes::time() - $began;
        $server->stop;
        is_deeply [ map { $_->{fault} // () } @results ], [], 'no client broke';
        is eval { my $sum = 0; $sum += $_->{failed} for @results; $sum }, 0, 'every request was answered in the end';
        my $again = 0;
        for my $result (@results) {
            $again += $result->{again};
            /^F / ? $drafts{$_}++ : $acts{$_}++ for @{ $result->{acknowledged} };
        }
        cmp_ok $server->killed, '>', 0, 'workers were killed in between';
        cmp_ok $server->seen, '>', WORKERS + $server->killed, 'others were replaced after their requests';
        note sprintf '%d requests in %.1f s; %d workers killed, %d seen; %d requests sent again', REQUESTS / 2, $took, $server->killed,
            $server->seen, $again;
    };
}

subtest 'nothing acknowledged is lost, nothing is there twice' => sub {
    my $rows = Try::call('registers.rmf', { year => (localtime)[5] + 1900, part => 1 })->{rows};
    my %found;
    $found{ $_->{act}{number} // $_->{document} // '' }++ for @{ $rows };
    is_deeply [ grep { !$found{$_} } sort keys %acts ], [], scalar(keys %acts) . ' receptions are in the movement register';
    is_deeply [ grep { $found{$_} > 1 } sort keys %found ], [], 'each once';
    my %begun;
    for (my $page = {}; $page;) {
        my $text = $json->encode(my $screen = Try::call('acquisition.acts', $page));
        $begun{$1}++ while $text =~ /\b(F \d+-\d+-\d+)\b/g;
        ($page) = map { $_->{next} ? $_->{next}{args} : () } map { $_, @{ $_->{blocks} // [] } } @{ $screen->{blocks} };
    }
    is_deeply [ grep { !$begun{$_} } sort keys %drafts ], [], scalar(keys %drafts) . ' acts begun on forms are in the list';
    is_deeply [ grep { $begun{$_} > 1 } sort keys %begun ], [], 'each once';
    my $check = Try::call('registers.verify');
    ok $check->{ok}, 'the chain verifies';

    Koha::Plugins->call('cronjob_nightly') for 1 .. 3;
    my $dbh = Double::Store::dbh();
    is $dbh->selectrow_array('SELECT count(*) FROM items'), scalar @{$rows}, 'after the night Koha has one item for each copy';
    is $dbh->selectrow_array('SELECT count(*) FROM (SELECT stocknumber FROM items GROUP BY 1 HAVING count(*) > 1)'), 0, 'each number once';
};

done_testing;
