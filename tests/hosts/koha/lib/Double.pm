package Double;

# A double of the Koha environment that a plugin lives in, made for these tests: names, arguments and
# answers are those that Koha publishes, the code behind them is not Koha's. KOHA_DOUBLE names its
# folder, KOHA_DOUBLE_VERSION which Koha it plays.

use strict;
use warnings;
use utf8;

use Double::Store   ();
use Double::Objects ();
use C4::Auth        ();
use C4::Context     ();
use Koha            ();
use Koha::Plugins   ();

use lib ();

sub plugins_folder { return Double::Store::folder() . '/plugins' }

lib->import(plugins_folder());

# Since 24.05 every change on a staff page carries a token and an op that begins with "cud-".
sub checks_tokens { return Koha::version() ge '24.05' ? 1 : 0 }

# An empty Koha: three libraries, four people, codes, one record with two items.
sub create {
    my ($flavour) = @_;
    mkdir plugins_folder();
    Double::Store::create();
    my $dbh = Double::Store::dbh();
    my $put = sub { my ($table, @row) = @_; $dbh->do("INSERT INTO $table VALUES (" . join(', ', ('?') x @row) . ')', {}, @row) };
    $put->('systempreferences', marcflavour => $flavour // 'MARC21');
    $put->('branches', @{$_}) for [ 'CENTRU', 'Biblioteca municipală' ], [ 'F3', 'Filiala 3' ], [ 'ALTA', 'Altă bibliotecă' ];
    $put->('borrowers', @{$_})
        for [ 1, 'super', 'Pop', 'super@example.org', 'CENTRU', 'ro-RO', 'superlibrarian' ],
        [ 2, 'ana', 'Rus', 'ana@example.org', 'CENTRU', 'ro-RO',
        'catalogue plugins.tool editcatalogue.edit_items acquisition tools.inventory' ],
        [ 3, 'vizitator', 'Ban', 'v@example.org', 'CENTRU', 'ro-RO', 'catalogue' ],
        [ 4, 'ilona', 'Nagy', 'i@example.org', 'F3', 'hu-HU', 'catalogue plugins.tool' ],
        [ 5, 'strain', 'Dan', 's@example.org', 'ALTA', 'en', 'catalogue plugins.tool' ];
    $put->('authorised_values', @{$_}) for [ 1, 'LOC', 'SL', 'Sala de lectură' ], [ 2, 'LOST', '1', 'Pierdut' ];
    $put->('currency', 'RON', 1);
    $put->('aqbooksellers', 4, 'Humanitas');
    $put->('aqbudgets', 7, 'Buget local 2026', 50_000);
    $put->('suggestions', 9, 'Ion', 'Rebreanu, Liviu', '9789734600000', '2', '2026-02-01', 'ASKED');
    $put->('aqbasket', 12, 4);
    return;
}

1;
