package C4::Auth;

# Sessions, rights, and a template for the person of the session.

use strict;
use warnings;

use Digest::SHA ();
use JSON        ();

use C4::Context        ();
use C4::Languages      ();
use Double::Objects    ();
use Double::Session    ();
use Double::Template   ();
use Koha::Patrons ();

sub get_session { return Double::Session->load($_[0]) }

# A session for a person, as the login makes it; returns its id.
sub log_in {
    my ($user) = @_;
    my $session = Double::Session->create;
    $session->param(id => $user);
    $session->flush;
    return $session->id;
}

# Who the session of this request is; sets the environment, or unsets it for nobody.
sub recognise {
    my ($cgi) = @_;
    my $session = Double::Session->load(scalar $cgi->cookie('CGISESSID'));
    my $patron = $session && Koha::Patrons->find({ userid => $session->param('id') });
    return recognise_patron($patron);
}

sub recognise_patron {
    my ($patron) = @_;
    if (!$patron) {
        C4::Context->unset_userenv;
        return;
    }
    C4::Context->_new_userenv('double');
    C4::Context->set_userenv($patron->borrowernumber, $patron->userid, undef, '', $patron->surname, $patron->branchcode, '', 0);
    return $patron;
}

# Without a second argument all rights of a person: { module => 1 } or { module => { part => 1 } }.
sub haspermission {
    my ($user, $wanted) = @_;
    my $patron = Koha::Patrons->find({ userid => $user }) or return 0;
    my %rights;
    for my $right (split ' ', $patron->permissions) {
        my ($module, $part) = split /\./, $right;
        if (!defined $part) { $rights{$module} = 1 }
        elsif (!defined $rights{$module} || ref $rights{$module}) { $rights{$module}{$part} = 1 }
    }
    return \%rights if !$wanted || $rights{superlibrarian};
    for my $module (keys %{$wanted}) {
        my $has = $rights{$module} or return 0;
        my $part = $wanted->{$module};
        next if !ref $has || $part eq '*';
        return 0 if $part eq '1' || !$has->{$part};
    }
    return \%rights;
}

sub get_template_and_user {
    my ($args) = @_;
    my $patron = recognise($args->{query});
    my $template = Double::Template->new($args->{template_name}, $args->{query});
    return ($template, $patron ? $patron->borrowernumber : undef, $args->{query}->cookie('CGISESSID'));
}

1;
