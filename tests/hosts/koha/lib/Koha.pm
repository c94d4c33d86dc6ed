package Koha;

use strict;
use warnings;

sub version { return $ENV{KOHA_DOUBLE_VERSION} // '24.05.03.000' }

1;
