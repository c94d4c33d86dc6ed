package Koha::Plugin::Ro::Metodica::Answers::Site;

# The installation: version, MARC flavour, libraries, lists of codes, and who somebody is.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use C4::Auth               ();
use C4::Context            ();
use Koha                   ();
use Koha::AuthorisedValues ();
use Koha::Libraries        ();
use Koha::Patrons          ();

use Koha::Plugin::Ro::Metodica::Answers ();

sub answer_about {
    return {
        product   => 'Koha',
        version   => Koha::version(),
        flavour   => uc C4::Context->preference('marcflavour'),
        time_zone => eval { C4::Context->timezone } // 'local',
        questions => [ Koha::Plugin::Ro::Metodica::Answers::known() ],
    };
}

sub answer_libraries {
    my $found = Koha::Libraries->search({}, { order_by => 'branchcode' });
    return { libraries => [ map { { library_id => $_->branchcode, name => $_->branchname } } $found->as_list ] };
}

sub answer_values {
    my ($args) = @_;
    my $found = Koha::AuthorisedValues->search({ category => $args->{category} // '' }, { order_by => 'authorised_value' });
    return { values => [ map { { value => $_->authorised_value, description => $_->lib // '' } } $found->as_list ] };
}

sub answer_user {
    my ($args) = @_;
    my $user = $args->{user} // _user_of_session($args->{session} // '');
    my $patron = $user ne '' ? Koha::Patrons->find({ userid => $user }) : undef;
    Koha::Plugin::Ro::Metodica::Answers::refuse('not_found', 'user') if !$patron;
    return { user => $patron->userid, library_id => $patron->branchcode, permissions => _permissions($patron->userid) };
}

sub _user_of_session {
    my ($id) = @_;
    my $session = $id ne '' ? C4::Auth::get_session($id) : undef;
    my $user = $session ? $session->param('id') : undef;
    Koha::Plugin::Ro::Metodica::Answers::refuse('denied', 'session') if !defined $user || $user eq '';
    return $user;
}

# "tools" for a module held whole, "tools:inventory" for a part of it.
sub _permissions {
    my ($user) = @_;
    my $rights = C4::Auth::haspermission($user) || {};
    my @list;
    for my $module (sort keys %{$rights}) {
        my $has = $rights->{$module} or next;
        push @list, ref $has ? map { "$module:$_" } grep { $has->{$_} } sort keys %{$has} : $module;
    }
    return \@list;
}

1;
