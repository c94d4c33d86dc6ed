package Koha::Plugin::Ro::Metodica::Answers::Fields;

# Names and shapes: columns of Koha's items as the names of QUESTIONS.md, days, money, instants.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use POSIX       ();
use Time::Local ();

use Koha::Plugin::Ro::Metodica::Answers ();

our %COLUMN_OF = (
    item_id        => 'itemnumber',     biblio_id          => 'biblionumber',
    external_id    => 'barcode',        inventory_number   => 'stocknumber',
    callnumber     => 'itemcallnumber', call_number_source => 'cn_source',
    home_library_id => 'homebranch',    holding_library_id => 'holdingbranch',
    location       => 'location',       collection_code    => 'ccode',
    item_type_id   => 'itype',          serial_issue_number => 'enumchron',
    lost_status    => 'itemlost',       withdrawn          => 'withdrawn',
    damaged_status => 'damaged',        not_for_loan_status => 'notforloan',
    purchase_price => 'price',          replacement_price  => 'replacementprice',
    acquisition_date => 'dateaccessioned', acquisition_source => 'booksellerid',
    public_notes   => 'itemnotes',      internal_notes     => 'itemnotes_nonpublic',
);

my %NUMBER = map { $_ => 1 } qw(item_id biblio_id lost_status withdrawn damaged_status not_for_loan_status);
my %MONEY  = map { $_ => 1 } qw(purchase_price replacement_price);

# Koha runs its database without strict mode: what is longer is cut without a word.
my %LONGEST = (
    external_id => 20, inventory_number => 32, callnumber => 255, call_number_source => 10, home_library_id => 10,
    holding_library_id => 10, location => 80, collection_code => 80, item_type_id => 10,
);
my $MOST_MONEY = 999_999.99;

my @numbers = sort keys %NUMBER;
my @money   = sort keys %MONEY;
my @texts   = grep { !$NUMBER{$_} && !$MONEY{$_} && $_ ne 'acquisition_date' } sort keys %COLUMN_OF;
my @number_columns = @COLUMN_OF{@numbers};
my @money_columns  = @COLUMN_OF{@money};
my @text_columns   = @COLUMN_OF{@texts};

# A row of items (a plain hash) as JSON. Done 100,000 times in a walk, so by slices.
sub item {
    my ($row) = @_;
    my %item;
    @item{@texts}   = @{$row}{@text_columns};
    @item{@numbers} = map { 0 + ($_ // 0) } @{$row}{@number_columns};
    @item{@money}   = map { money($_) } @{$row}{@money_columns};
    $item{acquisition_date} = day($row->{dateaccessioned});
    $item{checked_out_date} = day($row->{onloan});
    $item{timestamp}        = instant($row->{timestamp});
    return \%item;
}

# The members of `set` as columns. Refuses what Koha would cut or change silently.
sub columns {
    my ($set) = @_;
    my %columns;
    for my $name (keys %{$set}) {
        my $column = $COLUMN_OF{$name};
        next if !defined $column || $name eq 'item_id';
        my $value = $set->{$name};
        Koha::Plugin::Ro::Metodica::Answers::refuse('invalid', "$name: longer than $LONGEST{$name}")
            if defined $value && $LONGEST{$name} && length $value > $LONGEST{$name};
        Koha::Plugin::Ro::Metodica::Answers::refuse('invalid', "$name: no whole number")
            if $NUMBER{$name} && ($value // '') !~ /\A-?\d{1,10}\z/;
        Koha::Plugin::Ro::Metodica::Answers::refuse('invalid', "$name: no amount that fits")
            if defined $value && $MONEY{$name} && ($value !~ /\A\d+(?:\.\d+)?\z/ || $value > $MOST_MONEY);
        $columns{$column} = $value;
    }
    return \%columns;
}

sub money {
    my ($value) = @_;
    return defined $value ? sprintf '%.2f', $value : undef;
}

sub day {
    my ($value) = @_;
    return defined $value && "$value" =~ /^(\d{4}-\d\d-\d\d)/ && $1 ne '0000-00-00' ? $1 : undef;
}

my %utc_of;    # of each hour met: the database speaks civil time, the adapter UTC

# "2026-06-01 11:00:00" of the database as RFC 3339 in UTC. Zones that differ by whole hours, as ours.
sub instant {
    my ($value) = @_;
    return undef if !defined $value || length $value < 19;
    my $hour = substr $value, 0, 13;
    return ($utc_of{$hour} //= _utc_hour($hour)) . substr($value, 13, 6) . 'Z';
}

sub _utc_hour {
    my ($year, $month, $day, $hour) = $_[0] =~ /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d)/ or return '0000-00-00T00';
    return POSIX::strftime('%Y-%m-%dT%H', gmtime POSIX::mktime(0, 0, $hour, $day, $month - 1, $year - 1900, 0, 0, -1));
}

# The reverse, for comparing in the database; a day is its first moment.
sub database_time {
    my ($text) = @_;
    my ($year, $month, $day, $hour, $minute, $second) = $text =~ /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?/
        or Koha::Plugin::Ro::Metodica::Answers::refuse('invalid', "no instant: $text");
    my $utc = Time::Local::timegm_modern($second // 0, $minute // 0, $hour // 0, $day, $month - 1, $year);
    return POSIX::strftime('%Y-%m-%d %H:%M:%S', localtime $utc);
}

1;
