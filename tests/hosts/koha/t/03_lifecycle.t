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
    my @strange = grep { !m{/$} && !/\.(?:pm|tt|js|css|json|yml)$/ && !m{/(?:LICENSE|COPYING)$} } @files;
    is_deeply \@strange, [], 'holds text only, no native code';
    ok grep({ $_ eq 'Koha/Plugin/Ro/Metodica/COPYING' } @files), 'with its license';
    is_deeply [ grep { !m{^Koha/} } @files ], ['PLUGIN.yml'], 'and puts nothing beside the folders of other plugins';
    my ($class) = qx(unzip -p "$ENV{KOHA_TRY_KPZ}" Koha/Plugin/Ro/Metodica.pm) =~ /VERSION = '([\d.]+)'/ ? $1 : '';
    my $card = qx(unzip -p "$ENV{KOHA_TRY_KPZ}" PLUGIN.yml);
    like $card, qr/^version: "\Q$class\E"$/m, 'one version in both places';
};

subtest 'words' => sub {
    my %words = map { $_ => JSON->new->utf8->decode(scalar qx(unzip -p "$ENV{KOHA_TRY_KPZ}" Koha/Plugin/Ro/Metodica/words/$_.json)) } qw(ro en hu);
    my %used;
    for my $file (grep { /\.(?:pm|tt)$/ } @files) {
        my $text = qx(unzip -p "$ENV{KOHA_TRY_KPZ}" "$file");
        $used{$1} = $file while $text =~ /(?:say|get|throw|hint)\('([a-z]+\.?[a-z_]+)'/g;
    }
    cmp_ok scalar(keys %used), '>', 40, 'ids found in the code';
    for my $lang (sort keys %words) {
        is_deeply [ grep { !exists $words{$lang}{$_} } sort keys %used ], [], "every one has words in $lang";
        is_deeply [ sort keys %{ $words{$lang} } ], [ sort keys %{ $words{ro} } ], "$lang has the same ids as ro";
        for my $id (sort keys %{ $words{$lang} }) {
            my @places = map { join ' ', sort $_->{$id} =~ /\{(\w+)\}/g } $words{$lang}, $words{ro};
            is $places[0], $places[1], "$lang, $id: the same places" if $places[0] ne $places[1];
        }
    }
    is_deeply [ grep { /[\x{15e}\x{15f}\x{162}\x{163}]/ } values %{ $words{ro} } ], [], 'no cedilla';
};

Try->make;
my $dbh = Double::Store::dbh();

subtest 'what Koha finds' => sub {
    my $methods = $dbh->selectcol_arrayref('SELECT plugin_method FROM plugin_methods');
    is_deeply [ grep { !$HOOKS{$_} } @{$methods} ], [], 'every public method is a hook: nothing is imported';
    is_deeply [ grep { my $hook = $_; !grep { $hook eq $_ } @{$methods} } sort keys %HOOKS ], [], 'and all of ours are there';
    my $plugin = Try::plugin();
    my @log;
    {
        local $SIG{__WARN__} = sub { push @log, @_ };
        is $plugin->get_metadata->{minimum_version}, '22.11.00.000', 'the oldest Koha is named';
        like $plugin->get_metadata->{description}, qr/recep\x{21b}ie/, 'the description has its letters, however often it is asked';
    }
    is_deeply \@log, [], 'and fills no log: Kohas decode every value of it';
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
