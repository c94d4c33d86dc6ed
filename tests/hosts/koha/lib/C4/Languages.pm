package C4::Languages;

use strict;
use warnings;

use C4::Context   ();
use Double::Objects ();
use Koha::Patrons ();

# The language of the staff interface for this request: that of the cookie, else of the person.
sub getlanguage {
    my ($cgi) = @_;
    my $chosen = $cgi ? $cgi->cookie('KohaOpacLanguage') : undef;
    return $chosen if $chosen;
    my $env = C4::Context->userenv or return 'en';
    return Koha::Patrons->find({ userid => $env->{id} })->lang;
}

1;
