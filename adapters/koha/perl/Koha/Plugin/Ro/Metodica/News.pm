package Koha::Plugin::Ro::Metodica::News;

# What Koha tells us: a night has come, a copy or a record changed. What we write into Koha ourselves
# comes from inside a call of the library, and is no news.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use Koha::Items ();

use Koha::Plugin::Ro::Metodica::Door ();
use Koha::Plugin::Ro::Metodica::Host ();

my %CHANGE = (create => 'created', modify => 'changed', delete => 'deleted');

# Sends what waits for Koha, for each library of the file.
sub nightly {
    my ($plugin) = @_;
    my %libraries = map { $_ => 1 } values %{ Koha::Plugin::Ro::Metodica::Host::libraries($plugin) };
    for my $library (%libraries ? sort keys %libraries : '') {
        my $reply = _tell($plugin, $library, 'host.retry', {});
        Koha::Plugin::Ro::Metodica::Host::note("nightly $library: $reply->{message}") if $reply->{kind} eq 'problem';
    }
    return;
}

# { action, item, item_id } of Koha; on delete only the id counts.
sub item {
    my ($plugin, $args) = @_;
    return if Koha::Plugin::Ro::Metodica::Door->inside;
    my $change = $CHANGE{ $args->{action} // '' } or return;
    my $item   = $args->{item};
    my $branch = $item ? $item->homebranch // '' : '';
    return if !_served($plugin, $branch);
    my %news = (what => 'copy', id => "$args->{item_id}", change => $change);
    my $barcode = $item ? $item->barcode : undef;
    $news{barcode} = $barcode if defined $barcode && $barcode ne '';
    return _changed($plugin, $branch, \%news);
}

# Newer Kohas put the data under `payload`.
sub biblio {
    my ($plugin, $args) = @_;
    return if Koha::Plugin::Ro::Metodica::Door->inside;
    my $data = $args->{payload} || $args;
    my $change = $CHANGE{ $data->{action} // $args->{action} // '' } or return;
    return if !_served($plugin, '');
    return _changed($plugin, '', { what => 'title', id => "$data->{biblio_id}", change => $change });
}

# A Koha may serve libraries that are not ours: their copies are no news.
sub _served {
    my ($plugin, $branch) = @_;
    my $known = Koha::Plugin::Ro::Metodica::Host::libraries($plugin);
    return 1 if !%{$known} || $branch eq '';
    return exists $known->{$branch};
}

sub _changed {
    my ($plugin, $branch, $news) = @_;
    my $known = Koha::Plugin::Ro::Metodica::Host::libraries($plugin);
    my $reply = _tell($plugin, $known->{$branch} // '', 'host.changed', $news);
    Koha::Plugin::Ro::Metodica::Host::note("news: $reply->{message}") if $reply->{kind} eq 'problem';
    return;
}

my %unknown;    # actions that this library does not have: said once, then left alone

sub _tell {
    my ($plugin, $library, $action, $args) = @_;
    return { kind => 'data' } if $unknown{$action};
    my $reply = Koha::Plugin::Ro::Metodica::Host::door($plugin)->call({
        do => $action, as => Koha::Plugin::Ro::Metodica::Host::koha_itself($library),
        key => Koha::Plugin::Ro::Metodica::Host::fresh_key('koha'), args => $args,
    });
    $reply->{message} //= $reply->{code} // '';
    $unknown{$action} = 1 if $reply->{message} eq 'problem.unknown_action';
    return $reply;
}

1;
