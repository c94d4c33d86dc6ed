#!/usr/bin/perl
# What Metodica adds to Koha's pages and workers, on the double: run by hand with a release build,
#
#   KOHA_TRY_KPZ=.../metodica.kpz KOHA_TRY_LIBRARY=.../libmetodica.so KOHA_TRY_ADAPTERS=.../lib/metodica \
#     perl tests/hosts/koha/bench/measure.pl
#
# Two pages that are compared are asked for in turn.

use strict;
use warnings;

use FindBin     ();
use lib "$FindBin::Bin/../lib";
use POSIX       ();
use Time::HiRes ();

use Try ();

use constant ROUNDS => 300;

# Private memory of this process, in MiB.
sub private {
    open my $in, '<', '/proc/self/smaps_rollup' or die "$!\n";
    my $kib = 0;
    while (<$in>) { $kib += $1 if /^Private_(?:Clean|Dirty):\s+(\d+)/ }
    return $kib / 1024;
}

sub median { my @sorted = sort { $a <=> $b } @_; return $sorted[ @sorted / 2 ] }

# CPU time of a page in milliseconds: nothing here waits, and other work of the machine does not count.
sub taken {
    my ($do) = @_;
    my $began = Time::HiRes::clock();
    $do->();
    return 1000 * (Time::HiRes::clock() - $began);
}

Try->make(adapter => 'koha');

# A worker that has Koha's modules (every real one has those for MARC) and the plugin's class, before and
# after its first page of ours.
require C4::Biblio;
require C4::Charset;
require MARC::File::XML;
my $pid = fork // die "$!\n";
if (!$pid) {
    my $super = Try->browser('super');
    $super->get('/cgi-bin/koha/mainpage.pl');
    $super->get('/cgi-bin/koha/plugins/run.pl?class=Koha%3A%3APlugin%3A%3ARo%3A%3AMetodica&method=none');
    my $before = private();
    Koha::Plugin::Ro::Metodica::Host::door(Try::plugin());
    my $started = private();
    $super->open('registers.movement') for 1 .. 3;
    printf "private memory of a worker: %.1f MiB more after start, %.1f MiB more after three screens\n", $started - $before, private() - $before;
    STDOUT->flush;
    POSIX::_exit(0);
}
waitpid $pid, 0;

Try::open_registers();
Try::call('acquisition.receive', {
    source => 'donation', partner => 'D', act => { kind => 'donation_minutes', number => $_, date => '2026-01-02' },
    lines => [ { title => "Carte $_", language => 'ro', udc => '821.135.1', register => 'carti', copies => 1, unit_value => '10.00' } ],
}, "act-$_") for 1 .. 40;

my $plugins = Double::plugins_folder() . '/Koha/Plugin/Ro';
mkdir "$plugins/Empty";
system('cp', "$FindBin::Bin/Empty.pm", "$plugins/Empty.pm") == 0 or die "cp failed\n";
Koha::Plugins->register('Koha::Plugin::Ro::Empty');

my $dbh = Double::Store::dbh();
my $only = sub {
    my ($class) = @_;
    $dbh->do(q{UPDATE plugin_methods SET plugin_method = 'intranet_js' WHERE plugin_method LIKE '%intranet_js' AND plugin_class = ?}, {}, $class);
    $dbh->do(q{UPDATE plugin_methods SET plugin_method = 'off_intranet_js' WHERE plugin_method LIKE '%intranet_js' AND plugin_class <> ?}, {}, $class);
};
my $super = Try->browser('super');
my (@empty, @ours, @frame, @screen);
for my $round (1 .. ROUNDS) {
    $only->('Koha::Plugin::Ro::Empty');
    push @empty, taken(sub { $super->get('/cgi-bin/koha/mainpage.pl') });
    push @frame, taken(sub { $super->get('/cgi-bin/koha/plugins/run.pl?class=Koha%3A%3APlugin%3A%3ARo%3A%3AEmpty&method=tool') });
    $only->($Try::CLASS);
    push @ours,   taken(sub { $super->get('/cgi-bin/koha/mainpage.pl') });
    push @screen, taken(sub { $super->open('registers.movement') });
}
die "no screen\n" if $super->text !~ /id="screen-registers-movement"/;
printf "a staff page: %.2f ms with an empty plugin, %.2f ms with our menu: %.2f ms more\n", median(@empty), median(@ours), median(@ours) - median(@empty);
printf "our screen: %.1f ms, the frame alone %.1f ms: %.1f ms more\n", median(@screen), median(@frame), median(@screen) - median(@frame);
