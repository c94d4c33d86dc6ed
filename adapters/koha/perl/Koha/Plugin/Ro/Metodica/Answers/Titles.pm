package Koha::Plugin::Ro::Metodica::Answers::Titles;

# Bibliographic records, as MARCXML without items.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use C4::Biblio              ();
use C4::Charset             ();
use C4::Context             ();
use Koha::Biblio::Metadatas ();
use Koha::Biblios           ();
use Koha::Database          ();
use MARC::File::XML         ();
use MARC::Record            ();

use Koha::Plugin::Ro::Metodica::Answers         ();
use Koha::Plugin::Ro::Metodica::Answers::Done   ();
use Koha::Plugin::Ro::Metodica::Answers::Fields ();

use constant { MOST_READ => 100, MOST_LISTED => 1000 };

sub _refuse { return Koha::Plugin::Ro::Metodica::Answers::refuse(@_) }

sub answer_titles_read {
    my ($args) = @_;
    my @ids = @{ $args->{biblio_ids} // [] };
    _refuse('invalid', 'too many ids') if @ids > MOST_READ;
    return { titles => @ids ? _titles({ biblionumber => { -in => \@ids } }, {}) : [] };
}

sub answer_titles_find {
    my ($args) = @_;
    _refuse('unsupported', 'udc') if ($args->{udc} // '') ne '';
    my $limit = 0 + ($args->{limit} // MOST_READ);
    $limit = MOST_LISTED if $limit < 1 || $limit > MOST_LISTED;
    my @where = ({ 'me.biblionumber' => { '>' => 0 + ($args->{after} // 0) } });
    for my $word (split ' ', $args->{text} // '') {
        my $like = { -like => '%' . _literal($word) . '%' };
        push @where, { -or => [ { title => $like }, { author => $like } ] };
    }
    push @where, { 'biblioitems.isbn' => { -like => '%' . _literal($args->{isbn}) . '%' } } if ($args->{isbn} // '') ne '';
    my %attributes = (order_by => 'me.biblionumber', rows => $limit, columns => ['me.biblionumber']);
    $attributes{join} = 'biblioitems' if ($args->{isbn} // '') ne '';
    push @where, _with_control_number($args->{control_number}) if ($args->{control_number} // '') ne '';
    my @ids = map { $_->biblionumber } Koha::Biblios->search({ -and => \@where }, \%attributes)->as_list;
    return { titles => @ids ? _titles({ biblionumber => { -in => \@ids } }, {}) : [] };
}

# Koha has no column for field 001: the record itself is searched.
sub _with_control_number {
    my ($number) = @_;
    my $escaped = $number;
    $escaped =~ s/&/&amp;/g;
    $escaped =~ s/</&lt;/g;
    my $found = Koha::Biblio::Metadatas->search(
        { metadata => { -like => '%<controlfield tag="001">' . _literal($escaped) . '</controlfield>%' } });
    return { 'me.biblionumber' => { -in => [ map { $_->biblionumber } $found->as_list ] } };
}

sub _literal {
    my ($text) = @_;
    $text =~ s/([\\%_])/\\$1/g;
    return $text;
}

sub answer_titles_changes {
    my ($args) = @_;
    my $limit = 0 + ($args->{limit} // MOST_LISTED);
    $limit = MOST_LISTED if $limit < 1 || $limit > MOST_LISTED;
    my $where = {};
    if (($args->{after_timestamp} // '') ne '') {
        my $at = Koha::Plugin::Ro::Metodica::Answers::Fields::database_time($args->{after_timestamp});
        my $id = 0 + ($args->{after_id} // 0);
        $where = { -or => [ { timestamp => { '>' => $at } }, { -and => [ { timestamp => $at }, { biblionumber => { '>' => $id } } ] } ] };
    }
    my $found = Koha::Biblio::Metadatas->search($where,
        { order_by => [ 'timestamp', 'biblionumber' ], rows => $limit, columns => [ 'biblionumber', 'timestamp' ] });
    return {
        changes => [
            map {
                { biblio_id => 0 + $_->biblionumber, timestamp => _at($_), change => 'changed' }
            } $found->as_list
        ]
    };
}

sub answer_titles_create {
    my ($args, $question) = @_;
    my $record = _record($args);
    my $class  = $question->{class};
    my $id = Koha::Database->new->schema->txn_do(
        sub {
            my $done = Koha::Plugin::Ro::Metodica::Answers::Done::find($class, "title/$question->{key}");
            return $done if defined $done;
            my ($made) = C4::Biblio::AddBiblio($record, $args->{framework} // '');
            _refuse('defect', 'no record was made') if !$made;
            return Koha::Plugin::Ro::Metodica::Answers::Done::keep($class, "title/$question->{key}", $made);
        }
    );
    return _written($id);
}

sub answer_titles_replace {
    my ($args) = @_;
    my $record = _record($args);
    my $id     = $args->{biblio_id};
    Koha::Database->new->schema->txn_do(
        sub {
            my $now = Koha::Biblio::Metadatas->search({ biblionumber => $id }, { for => 'update' })->next
                or _refuse('not_found', 'biblio');
            _refuse('conflict', 'changed ' . _at($now)) if ($args->{expected} // '') ne '' && $args->{expected} ne _at($now);
            my $biblio = Koha::Biblios->find($id) or _refuse('not_found', 'biblio');
            C4::Biblio::ModBiblio($record, $id, $biblio->frameworkcode);
        }
    );
    return _written($id);
}

sub _written {
    my ($id) = @_;
    my $now = Koha::Biblio::Metadatas->search({ biblionumber => $id })->next or _refuse('defect', 'no record was kept');
    return { biblio_id => 0 + $id, timestamp => _at($now) };
}

sub _titles {
    my ($where, $attributes) = @_;
    my $found = Koha::Biblio::Metadatas->search($where, { order_by => 'biblionumber', %{$attributes} });
    my @titles;
    for my $row ($found->as_list) {
        (my $xml = $row->metadata) =~ s/\A\s*<\?xml.*?\?>\s*//s;
        push @titles, { biblio_id => 0 + $row->biblionumber, timestamp => _at($row), marcxml => $xml };
    }
    return \@titles;
}

sub _at { return Koha::Plugin::Ro::Metodica::Answers::Fields::instant($_[0]->timestamp) }

sub _record {
    my ($args) = @_;
    my $flavour = C4::Context->preference('marcflavour');
    _refuse('invalid', "flavour: this Koha keeps $flavour") if uc($args->{flavour} // $flavour) ne uc $flavour;
    my $record = eval { MARC::Record->new_from_xml($args->{marcxml} // '', 'UTF-8', $flavour) };
    _refuse('invalid', 'marcxml') if !$record || !$record->fields;
    C4::Charset::SetMarcUnicodeFlag($record, $flavour);
    return $record;
}

1;
