#!/usr/bin/perl
# Preforked workers (rules K1 to K4): the parent opens - and in the second round starts too - then forks
# six children, each of which registers acts at the same time. Every act must be there once, in one
# unbroken chain.

use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use JSON::PP;
use Door;

my ($library, $configuration) = @ARGV;
my ($children, $acts) = (6, 25);
my $json = JSON::PP->new->utf8;

sub request {
    my ($do, $key, $args) = @_;
    return $json->encode({ v => 1, do => $do, key => $key, lang => 'ro', args => $args,
        as => { user => 'perl', library => '57706', roles => ['keeper', 'manager'] } });
}

sub act {
    my ($name) = @_;
    return { source => 'donation', partner => "Donator \x{219}", act => { kind => 'donation_minutes', number => $name,
        date => '2026-01-02' }, lines => [ { title => "Carte \x{21b} $name", language => 'ro', udc => '821.135.1',
        register => 'carti', copies => 2, unit_value => '10.00' } ] };
}

sub child {
    my ($door, $round, $who) = @_;
    my ($status) = $door->call(request('app.about', "about-$round-$who", {}));
    die "a call before start must say forked, not $status\n" if $status != -9;
    die $door->text, "\n" if $door->start != 0;
    for my $n (1 .. $acts) {
        my ($done, $reply) = $door->call(request('acquisition.receive', "r$round-$who-$n", act("$round-$who-$n")));
        die "$who: $reply\n" if $done != 0;
    }
    return;
}

my $rounds = 0;
for my $started (0, 1) {
    my $door = Door->new($library)->open($configuration);
    if ($started) { $door->start == 0 or die $door->text, "\n" }
    my @pids;
    for my $who (1 .. $children) {
        my $pid = fork // die "fork: $!\n";
        if ($pid == 0) {
            eval { child($door, $started, $who); 1 } or do { print STDERR $@; require POSIX; POSIX::_exit(1) };
            require POSIX;
            POSIX::_exit(0);
        }
        push @pids, $pid;
    }
    my $faults = 0;
    for my $pid (@pids) { waitpid $pid, 0; $faults++ if $? != 0 }
    die "$faults children failed\n" if $faults;
    $door->start == 0 or die $door->text, "\n";
    $rounds++;
    my (undef, $rmf) = $door->call(request('registers.rmf', "rmf-$started", { year => (localtime)[5] + 1900, part => 1 }));
    my $rows = scalar @{ $json->decode($rmf)->{rows} };
    die "round $started: $rows rows\n" if $rows != $rounds * $children * $acts;
    my (undef, $verify) = $door->call(request('registers.verify', "verify-$started", {}));
    die $verify, "\n" if !$json->decode($verify)->{ok};
    $door->close;
}
print $rounds * $children * $acts, " acts by $children workers, twice: all there, one chain\n";
