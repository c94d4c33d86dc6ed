package Koha::Plugin::Ro::Metodica::Record;

# Our part of a record's page: a button, a tab, and the list of copies with their inventory numbers.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use CGI         ();
use Koha::Items ();

use Koha::Plugin::Ro::Metodica::Host  ();
use Koha::Plugin::Ro::Metodica::Words ();

my $words_class = 'Koha::Plugin::Ro::Metodica::Words';

sub _e { return Koha::Plugin::Ro::Metodica::Words::escaped(@_) }

sub button {
    my ($plugin) = @_;
    return '' if !Koha::Plugin::Ro::Metodica::Host::may_open();
    my $id = _number($plugin);
    return '' if !$id;
    my $url = Koha::Plugin::Ro::Metodica::Host::address($plugin, 'koha.record') . "&biblionumber=$id";
    return sprintf '<div class="btn-group"><a class="btn btn-default" id="metodica-record" href="%s">%s</a></div>', _e($url),
        _e($words_class->of($plugin->{cgi})->say('record.button'));
}

sub tabs {
    my ($plugin, $args) = @_;
    return if !Koha::Plugin::Ro::Metodica::Host::may_open();
    my $id = $args->{biblio_id} || _number($plugin) or return;
    require Koha::Plugins::Tab;
    my $words = $words_class->of($plugin->{cgi});
    return Koha::Plugins::Tab->new({ title => 'Metodica', content => _table($words, rows($plugin, $id)) });
}

# The items of a record: { barcode, callnumber, number, url }; `url` leads to the copy in the registers.
sub rows {
    my ($plugin, $id) = @_;
    my @rows;
    for my $item (@{ Koha::Items->search({ biblionumber => $id }, { order_by => 'itemnumber' })->unblessed }) {
        my $number = $item->{stocknumber} // '';
        my %row = (barcode => $item->{barcode} // '', callnumber => $item->{itemcallnumber} // '', number => $number, url => '');
        if (my ($register, $at) = Koha::Plugin::Ro::Metodica::Host::place_of($plugin, $number)) {
            $row{url} = Koha::Plugin::Ro::Metodica::Host::address($plugin, 'registers.copy') . "&register=$register&number=$at";
        }
        push @rows, \%row;
    }
    return \@rows;
}

sub _table {
    my ($words, $rows) = @_;
    return '<p>' . _e($words->say('record.none')) . '</p>' if !@{$rows};
    my $html = '<table class="table"><thead><tr>'
        . join('', map { '<th>' . _e($words->say("record.$_")) . '</th>' } qw(number barcode callnumber))
        . '</tr></thead><tbody>';
    for my $row (@{$rows}) {
        my $number = _e($row->{number});
        $number = sprintf '<a href="%s">%s</a>', _e($row->{url}), $number if $row->{url} ne '';
        $html .= "<tr><td>$number</td><td>" . _e($row->{barcode}) . '</td><td>' . _e($row->{callnumber}) . '</td></tr>';
    }
    return "$html</tbody></table>";
}

# Koha calls these hooks without arguments: the record is that of the page.
sub _number {
    my ($plugin) = @_;
    my $cgi = $plugin->{cgi} || CGI->new;
    my $id = $cgi->param('biblionumber') // '';
    return $id =~ /\A(\d{1,9})\z/ ? $1 : 0;
}

1;
