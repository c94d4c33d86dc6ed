package Double::Objects;

# Koha's objects over the store: one class for a row and one for a set of rows for each table that the
# plugin asks for, with those methods only that it may count on.

use strict;
use warnings;

use Double::Store ();

my @TABLES = (    # one row, many rows, table, key
    [ 'Koha::Item',                    'Koha::Items',                   'items',             'itemnumber' ],
    [ 'Koha::Biblio',                  'Koha::Biblios',                 'biblio',            'biblionumber' ],
    [ 'Koha::Biblio::Metadata',        'Koha::Biblio::Metadatas',       'biblio_metadata',   'id' ],
    [ 'Koha::Library',                 'Koha::Libraries',               'branches',          'branchcode' ],
    [ 'Koha::Patron',                  'Koha::Patrons',                 'borrowers',         'borrowernumber' ],
    [ 'Koha::AuthorisedValue',         'Koha::AuthorisedValues',        'authorised_values', 'id' ],
    [ 'Koha::Suggestion',              'Koha::Suggestions',             'suggestions',       'suggestionid' ],
    [ 'Koha::Acquisition::Bookseller', 'Koha::Acquisition::Booksellers', 'aqbooksellers',    'id' ],
    [ 'Koha::Acquisition::Fund',       'Koha::Acquisition::Funds',      'aqbudgets',         'budget_id' ],
    [ 'Koha::Acquisition::Currency',   'Koha::Acquisition::Currencies', 'currency',          'currency' ],
    [ 'Koha::Acquisition::Order',      'Koha::Acquisition::Orders',     'aqorders',          'ordernumber' ],
    [ 'Koha::Acquisition::Basket',     'Koha::Acquisition::Baskets',    'aqbasket',          'basketno' ],
);

our %TABLE_OF = map { $_->[0] => $_, $_->[1] => $_ } @TABLES;

for my $entry (@TABLES) {
    no strict 'refs';
    push @{"$entry->[0]::ISA"}, 'Double::Row';
    push @{"$entry->[1]::ISA"}, 'Double::Rows';
    for my $class (@{$entry}[ 0, 1 ]) {
        (my $path = "$class.pm") =~ s{::}{/}g;
        $INC{$path} = __FILE__;
    }
}

package Double::Rows;

use SQL::Abstract ();

sub search {
    my ($class, $where, $attributes) = @_;
    my $from = ref $class || $class;
    my $table = $Double::Objects::TABLE_OF{$from}[2];
    my %attributes = %{ $attributes || {} };
    my $columns = $attributes{columns} ? join(', ', @{ $attributes{columns} }) : 'me.*';
    my ($condition, @bind) = SQL::Abstract->new->where($where || {}, $attributes{order_by});
    $condition =~ s/LIKE \?/LIKE ? ESCAPE '\\'/g;
    my $join = $attributes{join} ? " JOIN $attributes{join} ON $attributes{join}.biblionumber = me.biblionumber" : '';
    my $limit = $attributes{rows} ? ' LIMIT ' . (0 + $attributes{rows}) : '';
    my $rows = Double::Store::dbh()->selectall_arrayref("SELECT $columns FROM $table me$join$condition$limit", { Slice => {} }, @bind);
    return bless { rows => $rows, at => 0, one => $Double::Objects::TABLE_OF{$from}[0] }, $from;
}

sub find {
    my ($class, $id) = @_;
    my $key = $Double::Objects::TABLE_OF{$class}[3];
    return $class->search(ref $id ? $id : { $key => $id })->next;
}

sub next {
    my ($self) = @_;
    my $row = $self->{rows}[ $self->{at}++ ] or return;
    return bless { row => $row, stored => 1 }, $self->{one};
}

sub as_list {
    my ($self) = @_;
    return map { bless { row => $_, stored => 1 }, $self->{one} } @{ $self->{rows} };
}

sub count { return scalar @{ $_[0]{rows} } }

sub unblessed { return $_[0]{rows} }

sub get_active { return $_[0]->search({ active => 1 })->next }

package Double::Row;

our $AUTOLOAD;

sub new {
    my ($class, $values) = @_;
    return bless { row => { %{ $values || {} } }, stored => 0 }, $class;
}

sub unblessed { return { %{ $_[0]{row} } } }

sub set {
    my ($self, $values) = @_;
    $self->{row} = { %{ $self->{row} }, %{$values} };
    return $self;
}

sub store {
    my ($self) = @_;
    my (undef, undef, $table, $key) = @{ $Double::Objects::TABLE_OF{ ref $self } };
    my %row = %{ $self->{row} };
    my @names = sort grep { $_ ne $key || defined $row{$key} } keys %row;
    my $dbh = Double::Store::dbh();
    if ($self->{stored}) {
        $dbh->do("UPDATE $table SET " . join(', ', map { "$_ = ?" } @names) . " WHERE $key = ?", {}, @row{@names}, $row{$key});
    }
    else {
        $dbh->do("INSERT INTO $table (" . join(', ', @names) . ') VALUES (' . join(', ', ('?') x @names) . ')', {}, @row{@names});
        $self->{row}{$key} //= $dbh->sqlite_last_insert_rowid;
        $self->{stored} = 1;
    }
    return $self;
}

sub delete {
    my ($self) = @_;
    my (undef, undef, $table, $key) = @{ $Double::Objects::TABLE_OF{ ref $self } };
    Double::Store::dbh()->do("DELETE FROM $table WHERE $key = ?", {}, $self->{row}{$key});
    return $self;
}

# A column by its name; with a value it is set.
sub AUTOLOAD {
    my ($self, @value) = @_;
    (my $name = $AUTOLOAD) =~ s/.*:://;
    return if $name eq 'DESTROY';
    die ref($self) . " has no $name\n" if !ref $self;
    $self->{row}{$name} = $value[0] if @value;
    return $self->{row}{$name};
}

package Koha::Item;

my %COUNTED_FROM = (withdrawn => 'withdrawn_on', itemlost => 'itemlost_on');

# What Koha's own store sets off: lengths cut without a word, dates of states, log and hook.
sub store {
    my ($self) = @_;
    my $row = $self->{row};
    my $before = $self->{stored} ? Koha::Items->find($row->{itemnumber})->unblessed : undef;
    $row->{barcode} = substr $row->{barcode}, 0, 20 if defined $row->{barcode};
    if ($before) {
        for my $state (keys %COUNTED_FROM) {
            my ($was, $is) = (!!$before->{$state}, !!$row->{$state});
            $row->{ $COUNTED_FROM{$state} } = $is ? Double::Store::now() : undef if $was != $is;
        }
    }
    $row->{permanent_location} = $row->{location};
    $row->{timestamp} = Double::Store::now();
    $row->{$_} //= 0 for qw(notforloan damaged itemlost withdrawn);
    $self->Double::Row::store;
    my $user = (C4::Context->userenv || {})->{id};
    Double::Store::dbh()->do('INSERT INTO action_logs (user, module, action, object) VALUES (?, ?, ?, ?)', {},
        $user, 'CATALOGUING', $before ? 'MODIFY' : 'ADD', $row->{itemnumber});
    Koha::Plugins->call('after_item_action',
        { action => $before ? 'modify' : 'create', item => $self, item_id => $row->{itemnumber} });
    return $self;
}

sub delete {
    my ($self) = @_;
    $self->Double::Row::delete;
    Koha::Plugins->call('after_item_action', { action => 'delete', item_id => $self->itemnumber });
    return $self;
}

package Koha::Acquisition::Order;

sub basket { return Koha::Acquisition::Baskets->find($_[0]->basketno) }

sub biblio { return Koha::Biblios->find($_[0]->biblionumber) }

1;
