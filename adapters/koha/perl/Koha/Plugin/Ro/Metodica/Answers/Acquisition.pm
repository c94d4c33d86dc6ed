package Koha::Plugin::Ro::Metodica::Answers::Acquisition;

# Vendors, funds, suggestions and order lines, read only.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use C4::Budgets                   ();
use Koha::Acquisition::Booksellers ();
use Koha::Acquisition::Currencies ();
use Koha::Acquisition::Funds      ();
use Koha::Acquisition::Orders     ();
use Koha::Suggestions             ();

use Koha::Plugin::Ro::Metodica::Answers::Fields ();

use constant MOST_LISTED => 1000;

sub _rows {
    my ($class, $id, $args, $shown) = @_;
    my $limit = 0 + ($args->{limit} // MOST_LISTED);
    $limit = MOST_LISTED if $limit < 1 || $limit > MOST_LISTED;
    my $found = $class->search({ $id => { '>' => 0 + ($args->{after} // 0) } }, { order_by => $id, rows => $limit });
    return { rows => [ map { $shown->($_) } $found->as_list ] };
}

sub _number { return defined $_[0] ? 0 + $_[0] : undef }

sub _money { return Koha::Plugin::Ro::Metodica::Answers::Fields::money(@_) }

sub _day { return Koha::Plugin::Ro::Metodica::Answers::Fields::day(@_) }

sub answer_vendors {
    my ($args) = @_;
    return _rows('Koha::Acquisition::Booksellers', 'id', $args, sub { return { id => 0 + $_[0]->id, name => $_[0]->name } });
}

sub answer_funds {
    my ($args) = @_;
    my $active   = Koha::Acquisition::Currencies->get_active;
    my $currency = $active ? $active->currency : '';
    return _rows(
        'Koha::Acquisition::Funds', 'budget_id', $args,
        sub {
            my ($fund) = @_;
            return {
                id       => 0 + $fund->budget_id,
                name     => $fund->budget_name,
                currency => $currency,
                given    => _money($fund->budget_amount // 0),
                spent    => _money(C4::Budgets::GetBudgetSpent($fund->budget_id) // 0),
            };
        }
    );
}

sub answer_suggestions {
    my ($args) = @_;
    return _rows(
        'Koha::Suggestions',
        'suggestionid',
        $args,
        sub {
            my ($row) = @_;
            return {
                suggestion_id   => 0 + $row->suggestionid,
                title           => $row->title,
                author          => $row->author,
                isbn            => $row->isbn,
                quantity        => ($row->quantity // '') =~ /^(\d+)/ ? 0 + $1 : undef,
                suggestion_date => _day($row->suggesteddate),
                status          => $row->STATUS,
            };
        }
    );
}

sub answer_order_lines {
    my ($args) = @_;
    return _rows(
        'Koha::Acquisition::Orders',
        'ordernumber',
        $args,
        sub {
            my ($line) = @_;
            my $basket = $line->basket;
            my $biblio = $line->biblio;
            return {
                order_id          => 0 + $line->ordernumber,
                basket_id         => _number($line->basketno),
                vendor_id         => $basket ? _number($basket->booksellerid) : undef,
                fund_id           => _number($line->budget_id),
                biblio_id         => _number($line->biblionumber),
                title             => $biblio ? $biblio->title : undef,
                quantity          => _number($line->quantity),
                quantity_received => _number($line->quantityreceived) // 0,
                unit_price        => _money($line->unitprice),
                status            => $line->orderstatus,
                parent_order_id   => _number($line->parent_ordernumber),
            };
        }
    );
}

1;
