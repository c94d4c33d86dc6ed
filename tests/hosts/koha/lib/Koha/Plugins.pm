package Koha::Plugins;

# Which plugin answers which hook: found by name when a plugin is installed, kept in a table.

use strict;
use warnings;

use Double::Store ();

# Unpacks a package over what is there, registers its methods, and makes it once, which installs it.
sub install_package {
    my ($class, $package) = @_;
    my $folder = Double::Store::folder() . '/plugins';
    system('unzip', '-q', '-o', $package, '-d', $folder) == 0 or die "unzip failed\n";
    return $class->register('Koha::Plugin::Ro::Metodica');
}

sub register {
    my (undef, $plugin) = @_;
    (my $path = "$plugin.pm") =~ s{::}{/}g;
    require $path;
    my $dbh = Double::Store::dbh();
    no strict 'refs';
    my @methods = grep { !/^_/ && defined &{"${plugin}::$_"} } keys %{"${plugin}::"};
    Double::Store::txn_do(sub {
        $dbh->do('DELETE FROM plugin_methods WHERE plugin_class = ?', {}, $plugin);
        $dbh->do('INSERT INTO plugin_methods VALUES (?, ?)', {}, $plugin, $_) for @methods;
    });
    return $plugin->new({ enable_plugins => 1 });
}

sub plugins_with {
    my (undef, $method) = @_;
    return @{ Double::Store::dbh()->selectcol_arrayref(
        'SELECT plugin_class FROM plugin_methods WHERE plugin_method = ? ORDER BY 1', {}, $method) };
}

# Calls a hook of every plugin that has it; what a hook throws is logged only.
sub call {
    my ($class, $method, @args) = @_;
    my @answers;
    for my $plugin ($class->plugins_with($method)) {
        (my $path = "$plugin.pm") =~ s{::}{/}g;
        my @answer = eval { require $path; $plugin->new({ enable_plugins => 1 })->$method(@args) };
        warn "plugin $plugin, $method: $@" if $@;
        push @answers, @answer;
    }
    return @answers;
}

sub uninstall {
    my ($class, $plugin) = @_;
    my $done = $plugin->new({ enable_plugins => 1 })->uninstall;
    my $dbh = Double::Store::dbh();
    $dbh->do("DELETE FROM $_ WHERE plugin_class = ?", {}, $plugin) for qw(plugin_data plugin_methods);
    return $done;
}

1;
