package Koha::Plugin::Ro::Metodica::Controller;

# Routes for programs: one request of the plugin in, its reply out. Koha has checked the login and the
# right "plugins: tool" before (openapi.json); what the caller may do inside, the roles decide.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use Mojo::Base 'Mojolicious::Controller';

use C4::Context ();

use Koha::Plugin::Ro::Metodica          ();
use Koha::Plugin::Ro::Metodica::Host    ();
use Koha::Plugin::Ro::Metodica::Problem ();
use Koha::Plugin::Ro::Metodica::Words   ();

my %STATUS = (
    invalid => 400, unsupported => 501, not_found => 404, denied => 403, conflict => 409,
    busy    => 503, unreachable => 503, damaged   => 500, forked => 503,
);

sub about {
    my $c = shift->openapi->valid_input or return;
    return $c->_answer({ do => 'app.about' });
}

sub call {
    my $c = shift->openapi->valid_input or return;
    my $body = $c->req->json;
    my %request = map { exists $body->{$_} ? ($_ => $body->{$_}) : () } qw(do key lang want args);
    return $c->_answer(\%request);
}

# Who asks is known by Koha, so an "as" of the program is not looked at.
sub _answer {
    my ($c, $request) = @_;
    my ($status, $reply);
    my $done = eval {
        my $plugin = Koha::Plugin::Ro::Metodica->new({ enable_plugins => 1 });
        $c->_act_as_user;
        $request->{as} = Koha::Plugin::Ro::Metodica::Host::caller_of($plugin);
        $reply = Koha::Plugin::Ro::Metodica::Host::door($plugin)->call($request);
        $status = $reply->{kind} eq 'problem' ? $STATUS{ $reply->{code} // '' } // 500 : 200;
        1;
    };
    if (!$done) {
        my $problem = Koha::Plugin::Ro::Metodica::Problem->of($@);
        Koha::Plugin::Ro::Metodica::Host::note('route: ' . $problem->for_log);
        my $words = Koha::Plugin::Ro::Metodica::Words->new(($request->{lang} // '') =~ /\A(en|hu)\z/ ? $1 : 'ro');
        ($status, $reply) = ($problem->status, { kind => 'problem', code => $problem->id, text => $problem->text($words) });
    }
    return $c->render(status => $status, openapi => $reply);
}

sub _act_as_user {
    my ($c) = @_;
    my $env = C4::Context->userenv;
    return if $env && $env->{id};
    my $user = $c->stash('koha.user') or return;
    C4::Context->_new_userenv('metodica') if !$env && C4::Context->can('_new_userenv');
    C4::Context->set_userenv($user->borrowernumber, $user->userid, undef, '', '', $user->branchcode, '', $user->flags);
    return;
}

1;
