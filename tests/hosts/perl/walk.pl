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

# Does one thing to its end. Long work comes in slices: the same request again, with what the reply
# names as its next arguments, which stand last in both.
sub finish {
    my ($line) = @_;
    my ($status, $reply) = $door->call($line);
    while ($reply =~ /^\{"kind":"progress".*?"next":(.*\})\}$/s) {
        my $next = $1;
        (my $again = $line) =~ s/"args":\K.*\}$/$next}/s;
        ($status, $reply) = $door->call($again);
    }
    return ($status, $reply);
}

my ($step, $status, $reply, $steps, $faults) = ('', 0, '', 0, 0);
open my $in, '<:raw', $walk or die "$walk: $!\n";
while (my $line = <$in>) {
    chomp $line;
    if ($line =~ /^# (.*)/) { $step = $1 }
    elsif ($line =~ /^\{/)  { ($status, $reply) = finish($line); $steps++ }
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
