package C4::Context;

# Preferences, the connection, and the person of the request at hand.

use strict;
use warnings;

use Double::Store ();

my ($userenv, $room);

sub preference {
    my (undef, $name) = @_;
    my ($value) = Double::Store::dbh()->selectrow_array('SELECT value FROM systempreferences WHERE variable = ?', {}, $name);
    return $value;
}

sub config {
    my (undef, $name) = @_;
    my %values = (enable_plugins => 1, pluginsdir => Double::Store::folder() . '/plugins');
    return $values{$name};
}

sub dbh { return Double::Store::dbh() }

sub timezone { return $ENV{TZ} || 'local' }

sub userenv { return $userenv }

sub _new_userenv { $room = 1; return }

sub set_userenv {
    my (undef, @values) = @_;
    my @names = qw(number id cardnumber firstname surname branch branchname flags);
    my %env;
    @env{@names} = @values;
    $userenv = \%env if $room;
    return;
}

sub unset_userenv { undef $_ for $userenv, $room; return }

1;
