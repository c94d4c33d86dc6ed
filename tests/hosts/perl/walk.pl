#!/usr/bin/perl
# A Perl host: reads a walk, sends each request through door 1, checks each reply.

use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Door;

my ($library, $configuration, $walk) = @ARGV;
my $door = Door->new($library)->open($configuration);
$door->start == 0 or die $door->text, "\n";

my ($step, $status, $reply, $steps, $faults) = ('', 0, '', 0, 0);
open my $in, '<:raw', $walk or die "$walk: $!\n";
while (my $line = <$in>) {
    chomp $line;
    if ($line =~ /^# (.*)/) { $step = $1 }
    elsif ($line =~ /^\{/)  { ($status, $reply) = $door->call($line); $steps++ }
    elsif ($line =~ /^= (-?\d+)/ && $status != $1) {
        print "not ok: $step: status $status\n", substr($reply, 0, 400), "\n";
        $faults++;
    }
    elsif ($line =~ /^~ (.*)/ && index($reply, $1) < 0) {
        print "not ok: $step: no $1 in\n", substr($reply, 0, 2000), "\n";
        $faults++;
    }
}
$door->close;
print "$steps steps, $faults faults\n";
exit($steps > 0 && $faults == 0 ? 0 : 1);
