package Koha::Token;

# Tokens of forms, bound to a session.

use strict;
use warnings;

use Digest::SHA ();

sub new { return bless {}, shift }

sub generate_csrf {
    my (undef, $args) = @_;
    return time . ':' . _seal(time, $args->{session_id});
}

sub check_csrf {
    my (undef, $args) = @_;
    my ($made, $seal) = split /:/, $args->{token} // '', 2;
    return 0 if !defined $seal || !defined $args->{session_id} || $made !~ /\A\d+\z/ || time - $made > 8 * 3600;
    return $seal eq _seal($made, $args->{session_id}) ? 1 : 0;
}

sub _seal { return Digest::SHA::hmac_sha256_hex(join(':', @_), 'secret of the double') }

1;
