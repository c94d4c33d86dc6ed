package Double::Store;

# Where the double of Koha keeps its data: one SQLite file in the folder KOHA_DOUBLE, one connection per
# process. Times are civil times of the process's zone, as in Koha's database.

use strict;
use warnings;

use DBI   ();
use POSIX ();

my ($dbh, $pid) = (undef, 0);
our $depth = 0;

sub folder { return $ENV{KOHA_DOUBLE} // die "KOHA_DOUBLE names no folder\n" }

sub dbh {
    if (!$dbh || $pid != $$) {
        $dbh->{InactiveDestroy} = 1 if $dbh;
        ($pid, $depth) = ($$, 0);
        $dbh = DBI->connect('dbi:SQLite:dbname=' . folder() . '/koha.db', '', '',
            { RaiseError => 1, PrintError => 0, sqlite_unicode => 1, sqlite_use_immediate_transaction => 1, AutoCommit => 1 });
        $dbh->sqlite_busy_timeout(20_000);
        $dbh->do('PRAGMA journal_mode = WAL');
        $dbh->do('PRAGMA synchronous = OFF');
    }
    return $dbh;
}

# Nested calls are one transaction, as with DBIx::Class.
sub txn_do {
    my ($do) = @_;
    my $handle = dbh();
    return $do->() if $depth;
    local $depth = 1;
    $handle->begin_work;
    my @result = eval { my $value = $do->(); ($value) };
    if (my $thrown = $@) {
        eval { $handle->rollback };
        die $thrown;
    }
    $handle->commit;
    return $result[0];
}

sub now { return POSIX::strftime('%Y-%m-%d %H:%M:%S', localtime) }

sub create {
    my $handle = dbh();
    local $/ = ';';
    while (my $statement = <DATA>) {
        $handle->do($statement) if $statement =~ /\S/;
    }
    return;
}

1;

__DATA__
CREATE TABLE systempreferences (variable TEXT PRIMARY KEY, value TEXT);
CREATE TABLE sessions (id TEXT PRIMARY KEY, a_session TEXT);
CREATE TABLE branches (branchcode TEXT PRIMARY KEY, branchname TEXT);
CREATE TABLE borrowers (borrowernumber INTEGER PRIMARY KEY, userid TEXT UNIQUE, surname TEXT, email TEXT,
  branchcode TEXT, lang TEXT, permissions TEXT);
CREATE TABLE authorised_values (id INTEGER PRIMARY KEY, category TEXT, authorised_value TEXT, lib TEXT);
CREATE TABLE biblio (biblionumber INTEGER PRIMARY KEY AUTOINCREMENT, frameworkcode TEXT DEFAULT '', title TEXT,
  author TEXT, timestamp TEXT);
CREATE TABLE biblioitems (biblioitemnumber INTEGER PRIMARY KEY, biblionumber INTEGER, isbn TEXT);
CREATE TABLE biblio_metadata (id INTEGER PRIMARY KEY, biblionumber INTEGER UNIQUE, metadata TEXT, timestamp TEXT);
CREATE TABLE items (itemnumber INTEGER PRIMARY KEY AUTOINCREMENT, biblionumber INTEGER NOT NULL,
  barcode TEXT COLLATE NOCASE UNIQUE, dateaccessioned TEXT, booksellerid TEXT, homebranch TEXT, price NUMERIC,
  replacementprice NUMERIC, notforloan INTEGER DEFAULT 0, damaged INTEGER DEFAULT 0, itemlost INTEGER DEFAULT 0,
  itemlost_on TEXT, withdrawn INTEGER DEFAULT 0, withdrawn_on TEXT, itemcallnumber TEXT, itemnotes TEXT,
  itemnotes_nonpublic TEXT, holdingbranch TEXT, timestamp TEXT, location TEXT, permanent_location TEXT, onloan TEXT,
  cn_source TEXT, ccode TEXT, itype TEXT, enumchron TEXT, stocknumber TEXT, more_subfields_xml TEXT);
CREATE TABLE aqbooksellers (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE aqbudgets (budget_id INTEGER PRIMARY KEY, budget_name TEXT, budget_amount NUMERIC);
CREATE TABLE currency (currency TEXT PRIMARY KEY, active INTEGER);
CREATE TABLE suggestions (suggestionid INTEGER PRIMARY KEY, title TEXT, author TEXT, isbn TEXT, quantity TEXT,
  suggesteddate TEXT, STATUS TEXT);
CREATE TABLE aqbasket (basketno INTEGER PRIMARY KEY, booksellerid INTEGER);
CREATE TABLE aqorders (ordernumber INTEGER PRIMARY KEY, basketno INTEGER, budget_id INTEGER, biblionumber INTEGER,
  quantity INTEGER, quantityreceived INTEGER, unitprice NUMERIC, orderstatus TEXT, parent_ordernumber INTEGER);
CREATE TABLE action_logs (action_id INTEGER PRIMARY KEY, user TEXT, module TEXT, action TEXT, object INTEGER);
CREATE TABLE plugin_data (plugin_class TEXT, plugin_key TEXT, plugin_value TEXT, PRIMARY KEY (plugin_class, plugin_key));
CREATE TABLE plugin_methods (plugin_class TEXT, plugin_method TEXT, PRIMARY KEY (plugin_class, plugin_method));
