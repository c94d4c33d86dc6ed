# The double as a server with preloading runs it: the parent opens and starts the library, then forks.
# What the parent opened must be harmless in the children (rules K1 to K4).

use strict;
use warnings;

use File::Basename ();
use lib File::Basename::dirname(__FILE__) . '/lib';

use Double ();

my $class = 'Koha::Plugin::Ro::Metodica';
require Koha::Plugin::Ro::Metodica;
require Koha::Plugin::Ro::Metodica::Host;
Koha::Plugin::Ro::Metodica::Host::door($class->new({ enable_plugins => 1 }));

do(File::Basename::dirname(__FILE__) . '/koha.psgi') || die $@ || $!;
