# The package: what is in it, what Koha finds in it, and that installing, upgrading and uninstalling can
# be repeated.

use strict;
use warnings;

use Test::More;
use JSON ();

use Try ();

my %HOOKS = map { $_ => 1 } qw(
    new install upgrade uninstall tool configure intranet_js intranet_catalog_biblio_enhancements_toolbar_button
    intranet_catalog_biblio_tab api_namespace api_routes cronjob_nightly after_item_action after_biblio_action
);
my @files = map { chomp; $_ } qx(unzip -Z1 "$ENV{KOHA_TRY_KPZ}");

subtest 'the package' => sub {
    my @strange = grep { !m{/$} && !/\.(?:pm|tt|js|css|json|yml)$/ && !/^(?:LICENSE|COPYING)$/ } @files;
    is_deeply \@strange, [], 'holds text only, no native code';
    ok grep({ $_ eq 'COPYING' } @files), 'with its license';
    my ($class) = qx(unzip -p "$ENV{KOHA_TRY_KPZ}" Koha/Plugin/Ro/Metodica.pm) =~ /VERSION = '([\d.]+)'/ ? $1 : '';
    my $card = qx(unzip -p "$ENV{KOHA_TRY_KPZ}" PLUGIN.yml);
    like $card, qr/^version: "\Q$class\E"$/m, 'one version in both places';
};

Try->make;
my $dbh = Double::Store::dbh();

subtest 'what Koha finds' => sub {
    my $methods = $dbh->selectcol_arrayref('SELECT plugin_method FROM plugin_methods');
    is_deeply [ grep { !$HOOKS{$_} } @{$methods} ], [], 'every public method is a hook: nothing is imported';
    is_deeply [ grep { my $hook = $_; !grep { $hook eq $_ } @{$methods} } sort keys %HOOKS ], [], 'and all of ours are there';
    my $plugin = Try::plugin();
    is $plugin->get_metadata->{minimum_version}, '22.11.00.000', 'the oldest Koha is named';
    my $routes = $plugin->api_routes;
    is_deeply [ sort keys %{$routes} ], [ '/about', '/call' ], 'the routes';
    for my $path (sort keys %{$routes}) {
        for my $method (sort keys %{ $routes->{$path} }) {
            is_deeply $routes->{$path}{$method}{'x-koha-authorization'}, { permissions => { plugins => 'tool' } },
                "$method $path asks for a right: without one it were open to the world";
        }
    }
};

subtest 'settings survive' => sub {
    my $plugin = Try::plugin();
    is $plugin->retrieve_data('config'), Try::ini(), 'a path of the configure page';
    $plugin->store_data({ roles => '{"keeper":"user:ana"}' });
    ok $plugin->install, 'install again' for 1 .. 2;
    Koha::Plugins->install_package($ENV{KOHA_TRY_KPZ});
    is Try::plugin()->retrieve_data('config'), Try::ini(), 'after a second upload';
    $plugin->store_data({ __INSTALLED_VERSION__ => '0.0.9' });
    is Try::plugin()->retrieve_data('__INSTALLED_VERSION__'), $plugin->get_metadata->{version}, 'an older one is upgraded';
    is Try::plugin()->retrieve_data('roles'), '{"keeper":"user:ana"}', 'and keeps its roles';
};

subtest 'two workers install at once' => sub {
    $dbh->do('DELETE FROM plugin_data');
    my @pids = map {
        my $pid = fork // die "$!\n";
        if (!$pid) {
            my $good = eval { Try::plugin() };
            require POSIX;
            POSIX::_exit($good ? 0 : 1);
        }
        $pid;
    } 1 .. 2;
    for my $pid (@pids) { waitpid $pid, 0; is $?, 0, 'a worker is done' }
    is $dbh->selectrow_array(q{SELECT count(*) FROM plugin_data WHERE plugin_key = 'library'}), 1, 'one setting';
};

subtest 'a Koha that is too old' => sub {
    $dbh->do('DELETE FROM plugin_data');
    local $ENV{KOHA_DOUBLE_VERSION} = '19.06.00.020';
    my @log;
    local $SIG{__WARN__} = sub { push @log, @_ };
    ok Try::plugin(), 'does not break the staff interface';
    like "@log", qr/failed during installation/, 'but the installation says no';
    is $dbh->selectrow_array('SELECT count(*) FROM plugin_data'), 0, 'and leaves nothing behind';
};

subtest 'uninstalling' => sub {
    ok(Koha::Plugins->uninstall($Try::CLASS), 'says yes') for 1 .. 2;
    is $dbh->selectrow_array('SELECT count(*) FROM plugin_methods'), 0, 'no hook is left';
    my $browser = Try->browser('super');
    Try::hides($browser->get('/cgi-bin/koha/mainpage.pl'), qr/metodica/i, 'nothing of us on Koha\'s pages');
};

done_testing;
