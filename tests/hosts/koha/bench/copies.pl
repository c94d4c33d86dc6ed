#!/usr/bin/perl
# Reads 100,000 copies and writes 1,000 back through the answers, on the double; says how much of the time
# is ours. Run by hand, with the environment of measure.pl.

use strict;
use warnings;

use FindBin     ();
use lib "$FindBin::Bin/../lib";
use JSON        ();

use Try ();

use constant { COPIES => 100_000, WRITTEN => 1_000 };

sub cpu { my ($user, $system) = times; return $user + $system }

Try->make(adapter => 'koha');
require Koha::Plugin::Ro::Metodica::Answers;
my $json   = JSON->new->utf8;
my $answer = Koha::Plugin::Ro::Metodica::Answers::answering(Try::plugin());
my $dbh    = Double::Store::dbh();
Double::Store::txn_do(sub {
    my $put = $dbh->prepare(q{INSERT INTO items (biblionumber, barcode, stocknumber, homebranch, holdingbranch, location, itype, price,
        itemcallnumber, dateaccessioned, timestamp) VALUES (1, ?, ?, 'CENTRU', 'CENTRU', 'SL', 'BK', 10.5, '821 R31', '2020-01-01', '2026-01-01 10:00:00')});
    $put->execute("RO$_", $_) for 1 .. COPIES;
});

# What Koha needs for the same pages, without us.
my $began = cpu();
for (my $after = 0; my @rows = @{ Koha::Items->search({ itemnumber => { '>' => $after } }, { order_by => 'itemnumber', rows => 1000 })->unblessed };) {
    $after = $rows[-1]{itemnumber};
}
my $host = cpu() - $began;

my ($after, $read, $whole) = (0, 0, 0);
while (1) {
    my $question = $json->encode({ ask => 'items.walk', args => { after => $after, limit => 1000 } });
    $began = cpu();
    my $bytes = $answer->($question);
    $whole += cpu() - $began;
    my $items = $json->decode($bytes)->{items};
    $read += @{$items};
    last if @{$items} < 1000;
    $after = $items->[-1]{item_id};
}
printf "%d copies read: %.1f s of CPU, of which the rows themselves %.1f s; ours %.1f s\n", $read, $whole, $host, $whole - $host;

my @items = @{ Koha::Items->search({ itemnumber => { '<=' => WRITTEN } })->unblessed };
$began = cpu();
Double::Store::txn_do(sub { Koha::Items->find($_->{itemnumber})->set({ location => 'A' })->store for @items });
$host = cpu() - $began;
my $done = 0;
$began = cpu();
while (my @batch = splice @items, 0, 100) {
    my $reply = $json->decode($answer->($json->encode({ ask => 'items.update', user => 'super', args => {
        items => [ map { { item_id => $_->{itemnumber}, expected => '', set => { callnumber => '821 R32', inventory_number => "N$_->{itemnumber}" } } } @batch ] } })));
    $done += grep { $_->{item} } @{ $reply->{outcomes} };
}
$whole = cpu() - $began;
printf "%d copies written back: %.2f s of CPU; the double's own store without its hook %.2f s\n", $done, $whole, $host;
