package Koha::Plugin::Ro::Metodica::Answers::Done;

# Which write made which record of Koha: kept in the plugin's own data, in the transaction of the write,
# so that a repeated question finds what it made before.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use Digest::SHA ();
use Encode      ();

# The id that this key made; undef when it made none yet.
sub find {
    my ($class, $key) = @_;
    return _plugin($class)->retrieve_data(_name($key));
}

sub keep {
    my ($class, $key, $id) = @_;
    _plugin($class)->store_data({ _name($key) => $id });
    return $id;
}

sub _plugin {
    my ($class) = @_;
    return $class->new({ enable_plugins => 1 });
}

sub _name {
    my ($key) = @_;
    return 'made:' . Digest::SHA::sha256_hex(Encode::encode('UTF-8', $key));
}

1;
