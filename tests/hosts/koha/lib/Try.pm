package Try;

# One trial: a fresh double of Koha in a temporary folder, the package installed, a configuration file.
# The environment names what was built: KOHA_TRY_KPZ, KOHA_TRY_LIBRARY, KOHA_TRY_ADAPTERS (a folder).

use strict;
use warnings;

use Cwd            ();
use File::Basename ();
use File::Temp     ();

our $HERE = Cwd::abs_path(File::Basename::dirname(__FILE__) . '/..');

BEGIN {
    $ENV{KOHA_DOUBLE} //= File::Temp::tempdir('metodica-koha-XXXXXX', TMPDIR => 1, CLEANUP => 1);
    chmod 0755, $ENV{KOHA_DOUBLE};
}

use Test::More ();

use Double  ();
use Browser ();

our $CLASS = 'Koha::Plugin::Ro::Metodica';

sub folder { return $ENV{KOHA_DOUBLE} }

# Creates everything. `flavour`: MARC21 (default) or UNIMARC; `adapter`: standalone (default) or koha;
# `libraries`: lines of that section; `registers`: prefixes of their numbers in Koha.
sub make {
    my (undef, %with) = @_;
    Double::create($with{flavour});
    write_ini(%with);
    Koha::Plugins->install_package($ENV{KOHA_TRY_KPZ});
    plugin()->store_data({ library => $ENV{KOHA_TRY_LIBRARY}, config => ini() });
    return;
}

sub ini { return folder() . '/metodica.ini' }

sub write_ini {
    my (%with) = @_;
    my $adapter = $with{adapter} // 'standalone';
    my $folder  = folder();
    mkdir "$folder/handover";
    my %settings = (
        standalone => "catalogue = $folder/catalogue.db\nhandover = $folder/handover\nlibrary = 57706\n",
        koha       => "library = 57706\nlibraries = CENTRU=57706; F3=57706/F3\nregisters = " . ($with{registers} // 'carti=') . "\n",
    );
    open my $out, '>:encoding(UTF-8)', ini() or die "$!\n";
    print {$out} "[node]\nlibrary = 57706\npath = $folder/node.db\n",
        "[adapter]\nlibrary = $ENV{KOHA_TRY_ADAPTERS}/libmetodica-$adapter.so\n[adapter.settings]\n$settings{$adapter}",
        "[libraries]\n", $with{libraries} // "CENTRU = 57706\nF3 = 57706\n";
    close $out or die "$!\n";
    return;
}

sub plugin { return $CLASS->new({ enable_plugins => 1 }) }

# One request straight through the door, as all roles.
sub call {
    my ($do, $args, $key) = @_;
    require Koha::Plugin::Ro::Metodica::Host;
    return Koha::Plugin::Ro::Metodica::Host::door(plugin())->call({
        do => $do, args => $args // {}, lang => 'ro', defined $key ? (key => $key) : (),
        as => { user => 'proba', library => '57706', roles => \@Koha::Plugin::Ro::Metodica::Host::ROLES },
    });
}

# The registers of a library that has one old book.
sub open_registers {
    my $done = call('registers.open', {
        opened_on => '2026-01-01',
        registers => [ { code => 'carti', name => "C\x{103}r\x{21b}i", category => 'book', last_number => 1 } ],
        copies    => [ { register => 'carti', number => 1, title => 'Ion', author => 'Rebreanu, Liviu', value => '12.5000',
            language => 'ro', udc => '821.135.1-31', acquired_on => '2007-05-02' } ],
    }, 'open');
    die "registers.open: $done->{text}\n" if $done->{kind} eq 'problem';
    return;
}

# Tests on what a page shows, without printing the whole page when they fail.
sub shows {
    my ($browser, $pattern, $name) = @_;
    return Test::More::ok($browser->text =~ $pattern, $name) || Test::More::diag('no ', $pattern, ' on ', $browser->complaint);
}

sub hides {
    my ($browser, $pattern, $name) = @_;
    return Test::More::ok($browser->text !~ $pattern, $name) || Test::More::diag($pattern, ' on ', $browser->complaint);
}

# A browser in this process, logged in.
sub browser {
    my (undef, $user) = @_;
    my $app = $Try::app //= do "$HERE/koha.psgi" || die $@ || $!;
    return Browser->new(app => $app)->log_in($user);
}

1;
