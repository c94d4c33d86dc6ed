package Koha::Plugin::Ro::Metodica::Visit;

# One visit of a browser: the plugin's instance, the CGI object, the words; and Koha's token of forms.
# Base of the pages.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use Koha::Token ();

use Koha::Plugin::Ro::Metodica::Problem ();
use Koha::Plugin::Ro::Metodica::Words   ();

sub new {
    my ($class, $plugin) = @_;
    my $cgi = $plugin->{cgi};
    return bless { plugin => $plugin, cgi => $cgi, words => Koha::Plugin::Ro::Metodica::Words->of($cgi) }, $class;
}

sub is_post { return ($_[0]{cgi}->request_method // 'GET') eq 'POST' }

sub session { return scalar $_[0]{cgi}->cookie('CGISESSID') }

# A fresh token for the forms of a page.
sub token { my ($self) = @_; return Koha::Token->new->generate_csrf({ session_id => $self->session }) }

# Newer Kohas check the token before us, older ones leave it to the page. `op` is what the form must say.
sub check_token {
    my ($self, $op) = @_;
    my $cgi   = $self->{cgi};
    my $token = $cgi->param('csrf_token') // '';
    my $good  = $token ne '' && ($cgi->param('op') // '') eq $op
        && Koha::Token->new->check_csrf({ session_id => $self->session, token => $token });
    Koha::Plugin::Ro::Metodica::Problem->throw('page.token', status => 403) if !$good;
    return;
}

1;
