package Koha::Plugin::Ro::Metodica::Answers::Items;

# Copies: read in batches, walked, created and changed with the version seen.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use Koha::Biblios  ();
use Koha::Database ();
use Koha::Item     ();
use Koha::Items    ();

use Koha::Plugin::Ro::Metodica::Answers         ();
use Koha::Plugin::Ro::Metodica::Answers::Fields ();
use Koha::Plugin::Ro::Metodica::Answers::Done   ();

use constant { MOST_READ => 1000, MOST_WRITTEN => 100 };

sub _refuse { return Koha::Plugin::Ro::Metodica::Answers::refuse(@_) }

sub _shown { return Koha::Plugin::Ro::Metodica::Answers::Fields::item(@_) }

sub answer_items_read {
    my ($args) = @_;
    my $by = $args->{by} // '';
    _refuse('invalid', "by: $by") if $by !~ /\A(?:external_id|inventory_number|item_id)\z/;
    my @values = @{ $args->{values} // [] };
    _refuse('invalid', 'too many values') if @values > MOST_READ;
    return { items => [] } if !@values;
    my $column = $Koha::Plugin::Ro::Metodica::Answers::Fields::COLUMN_OF{$by};
    my $rows = Koha::Items->search({ $column => { -in => \@values } })->unblessed;
    return { items => [ map { _shown($_) } @{$rows} ] };
}

sub answer_items_walk {
    my ($args) = @_;
    my $limit = _limit($args);
    my %where = (itemnumber => { '>' => 0 + ($args->{after} // 0) });
    $where{homebranch}   = { -in => $args->{library_ids} } if $args->{library_ids};
    $where{biblionumber} = $args->{biblio_id} if $args->{biblio_id};
    $where{location}     = $args->{location} if defined $args->{location};
    $where{timestamp} = { '>=' => Koha::Plugin::Ro::Metodica::Answers::Fields::database_time($args->{changed_since}) }
        if ($args->{changed_since} // '') ne '';
    my $rows = Koha::Items->search(\%where, { order_by => 'itemnumber', rows => $limit })->unblessed;
    return { items => [ map { _shown($_) } @{$rows} ] };
}

sub answer_items_update {
    my ($args) = @_;
    return { outcomes => _each($args, sub { _update($_[0]) }) };
}

sub answer_items_create {
    my ($args, $question) = @_;
    return { outcomes => _each($args, sub { _create($_[0], "$question->{key}/$_[1]", $question->{class}) }) };
}

# One item's failure stops no other.
sub _each {
    my ($args, $do) = @_;
    my @items = @{ $args->{items} // [] };
    _refuse('invalid', 'too many items') if @items > MOST_WRITTEN;
    my @outcomes;
    for my $at (0 .. $#items) {
        push @outcomes, eval { $do->($items[$at], $at) } // _failed($@, $items[$at]{item_id});
    }
    return \@outcomes;
}

sub _failed {
    my ($thrown, $id) = @_;
    my $error = Koha::Plugin::Ro::Metodica::Answers::_failure($thrown)->{error};
    my $now = defined $id ? eval { Koha::Items->find($id) } : undef;
    return { error => $error, $now ? (item => _shown($now->unblessed)) : () };
}

sub _update {
    my ($wanted) = @_;
    my $columns = Koha::Plugin::Ro::Metodica::Answers::Fields::columns($wanted->{set} // {});
    Koha::Database->new->schema->txn_do(
        sub {
            my $item = Koha::Items->search({ itemnumber => $wanted->{item_id} }, { for => 'update' })->next
                or _refuse('not_found', 'item');
            my $now = Koha::Plugin::Ro::Metodica::Answers::Fields::instant($item->timestamp);
            _refuse('conflict', "changed $now") if ($wanted->{expected} // '') ne '' && $wanted->{expected} ne $now;
            _refuse('on_loan', 'item') if $columns->{withdrawn} && defined $item->onloan;
            _check_barcode($columns->{barcode}, $wanted->{item_id});
            $item->set($columns)->store;
        }
    );
    return { item => _shown(Koha::Items->find($wanted->{item_id})->unblessed) };
}

sub _create {
    my ($wanted, $key, $class) = @_;
    my $columns = Koha::Plugin::Ro::Metodica::Answers::Fields::columns($wanted);
    my $id = Koha::Database->new->schema->txn_do(
        sub {
            my $done = Koha::Plugin::Ro::Metodica::Answers::Done::find($class, $key);
            return $done if defined $done;
            Koha::Biblios->find($columns->{biblionumber}) or _refuse('not_found', 'biblio');
            _check_barcode($columns->{barcode}, 0);
            $columns->{holdingbranch} //= $columns->{homebranch};
            my $item = Koha::Item->new($columns)->store;
            return Koha::Plugin::Ro::Metodica::Answers::Done::keep($class, $key, $item->itemnumber);
        }
    );
    return { item => _shown(Koha::Items->find($id)->unblessed) };
}

# By Koha's own comparison: case, accents and blanks at the end do not count.
sub _check_barcode {
    my ($barcode, $own_id) = @_;
    return if !defined $barcode || $barcode eq '';
    my $taken = Koha::Items->search({ barcode => $barcode, itemnumber => { '!=' => $own_id } })->count;
    _refuse('barcode_in_use', 'barcode') if $taken;
    return;
}

sub _limit {
    my ($args) = @_;
    my $limit = 0 + ($args->{limit} // MOST_READ);
    return $limit < 1 || $limit > MOST_READ ? MOST_READ : $limit;
}

1;
