package Koha::Plugin::Ro::Metodica::Page;

# The tool page: one request of the browser to one request of the plugin, and its reply inside Koha's
# own frame. GET reads and sends no key, so that it cannot write; POST writes, carries Koha's token and
# a key that makes a repeated press harmless, and leads to the page that shows what is now.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use base qw(Koha::Plugin::Ro::Metodica::Visit);

use C4::Auth     ();
use Encode       ();
use MIME::Base64 ();
use Time::HiRes  ();

use Koha::Plugin::Ro::Metodica::Host    ();
use Koha::Plugin::Ro::Metodica::Problem ();
use Koha::Plugin::Ro::Metodica::Record  ();

use constant LONGEST_WORK => 2;    # seconds of one request; what is left goes on in the next

# Names that are Koha's or ours. The first value is theirs; a field of a form may have the same name.
my @RESERVED = qw(class method do op csrf_token key);
my %STATUS   = (
    invalid => 422, unsupported => 501, not_found => 404, denied => 403, conflict => 409,
    busy    => 503, unreachable => 503, damaged   => 500, forked => 503,
);
my $problem_class = 'Koha::Plugin::Ro::Metodica::Problem';

sub answer {
    my ($self) = @_;
    return if eval { $self->_answer; 1 };
    my $problem = $problem_class->of($@);
    Koha::Plugin::Ro::Metodica::Host::note('page: ' . $problem->for_log);
    return $self->_show_problem($problem);
}

sub _answer {
    my ($self) = @_;
    my $post = $self->is_post;
    my $action = $self->_action;
    $self->check_token('cud-do') if $post;
    $self->{as}   = Koha::Plugin::Ro::Metodica::Host::caller_of($self->{plugin});
    $self->{door} = Koha::Plugin::Ro::Metodica::Host::door($self->{plugin});
    return $self->_home if $action eq '';
    return $self->_record if $action eq 'koha.record';
    my $request = $self->_request($action, $post);
    my $reply = $self->_finish($request);
    return $self->_after_write($reply) if $post && ref $reply->{at};
    return $self->_show($reply, $request);
}

sub _action {
    my ($self) = @_;
    my $action = $self->{cgi}->url_param('do') // $self->{cgi}->param('do') // '';
    $problem_class->throw('page.no_action', status => 404) if $action !~ /\A[a-z_.]{0,80}\z/;
    return $action;
}

sub _request {
    my ($self, $action, $post) = @_;
    my %request = (
        do => $action, as => $self->{as}, lang => $self->{words}->lang, draw => 'html', args => $self->_arguments,
        options => {
            action_url => Koha::Plugin::Ro::Metodica::Host::address($self->{plugin}, '{action}'),
            hidden     => $self->_hidden,
        },
    );
    $request{key} = $self->{cgi}->param('key') // '' if $post;
    return \%request;
}

sub _hidden {
    my ($self) = @_;
    return {
        class      => ref $self->{plugin},
        method     => 'tool',
        op         => 'cud-do',
        csrf_token => $self->token,
        key        => Koha::Plugin::Ro::Metodica::Host::fresh_key('page'),
    };
}

# Names stay flat ("lines/0/copies"): the plugin's forms put them into their rows.
sub _arguments {
    my ($self) = @_;
    my ($cgi, %reserved, %args) = ($self->{cgi}, map { $_ => 1 } @RESERVED);
    for my $name ($cgi->multi_param) {
        my @values = $cgi->multi_param($name);
        shift @values if $reserved{$name};
        next if !@values;
        my $handle = $cgi->upload($name);
        if (defined $handle) {
            $args{ _text($name) } = _file($handle, $values[-1]);
        }
        elsif (!ref $values[-1]) {
            $args{ _text($name) } = _text($values[-1]);
        }
    }
    return \%args;
}

sub _file {
    my ($handle, $name) = @_;
    local $/ = undef;
    binmode $handle;
    my $bytes = <$handle> // '';
    return { name => _text("$name"), base64 => MIME::Base64::encode_base64($bytes, '') };
}

sub _text {
    my ($value) = @_;
    return $value if utf8::is_utf8($value);
    my $copy = $value;
    return eval { Encode::decode('UTF-8', $copy, Encode::FB_CROAK) } // $value;
}

# Follows long work for a while; each slice is committed and has a key of its own.
sub _finish {
    my ($self, $request) = @_;
    my $until = Time::HiRes::time() + LONGEST_WORK;
    my $reply = $self->{door}->call($request);
    while (($reply->{kind} // '') eq 'progress' && Time::HiRes::time() < $until) {
        $request->{args} = $reply->{next};
        $request->{key} = Koha::Plugin::Ro::Metodica::Host::fresh_key('page') if exists $request->{key};
        $reply = $self->{door}->call($request);
    }
    return $reply;
}

sub _show {
    my ($self, $reply, $request) = @_;
    my $kind = $reply->{kind} // '';
    my $problem = $kind eq 'problem' ? $reply : $reply->{problem};
    $problem_class->throw('page.only_post', status => 405) if ref $problem && ($problem->{field} // '') eq 'key' && !exists $request->{key};
    return $self->_show_document($reply, $request) if $kind eq 'document';
    return $self->_show_progress($reply, $request) if $kind eq 'progress';
    if ($kind eq 'screen') {
        my $status = ref $problem && ($problem->{message} // '') ne 'form.more' ? $STATUS{ $problem->{code} // '' } // 500 : 200;
        return $self->_page('screen.tt', $status, title => $reply->{title}, screen => $reply->{html}, notice => $self->_take_notice);
    }
    if ($kind eq 'data') {
        return $self->_print(200, 'application/json; charset=utf-8', Koha::Plugin::Ro::Metodica::Host::encoded($reply));
    }
    return $self->_show_problem($problem_class->from_reply($reply, $STATUS{ $reply->{code} // '' } // 500));
}

# A page that was written leads to one that reads, so that going back and forth repeats nothing.
sub _after_write {
    my ($self, $reply) = @_;
    my $notice = $reply->{notice} // '';
    return $self->_show($reply, {}) if $notice ne '' && !$self->_keep_notice($notice);
    my $url = Koha::Plugin::Ro::Metodica::Host::address($self->{plugin}, $reply->{at}{do});
    my $args = _flat('', $reply->{at}{args} // {});
    $url .= join '', map { '&' . _percent($_) . '=' . _percent($args->{$_}) } sort keys %{$args};
    print $self->{cgi}->redirect(-uri => $url, -status => '303 See Other');
    return;
}

sub _flat {
    my ($name, $value) = @_;
    my $prefix = $name eq '' ? '' : "$name/";
    return { $name => $value } if !ref $value;
    return { map { %{ _flat("$prefix$_", $value->{$_}) } } keys %{$value} } if ref $value eq 'HASH';
    return { map { %{ _flat("$prefix$_", $value->[$_]) } } 0 .. $#{$value} } if ref $value eq 'ARRAY';
    return { $name => $value ? 1 : 0 };
}

sub _percent {
    my ($text) = @_;
    my $bytes = Encode::encode('UTF-8', $text // '');
    $bytes =~ s/([^A-Za-z0-9\-._~])/sprintf '%%%02X', ord $1/ge;
    return $bytes;
}

# What was done is said once, on the page that follows: it waits in Koha's own session.
sub _keep_notice {
    my ($self, $notice) = @_;
    return eval {
        my $session = C4::Auth::get_session($self->session) or die "no session\n";
        $session->param('metodica_notice', $notice);
        $session->flush;
        1;
    };
}

sub _take_notice {
    my ($self) = @_;
    return eval {
        my $session = C4::Auth::get_session($self->session) or die "no session\n";
        my $notice = $session->param('metodica_notice');
        if (defined $notice) {
            $session->clear('metodica_notice');
            $session->flush;
        }
        defined $notice ? _text($notice) : undef;
    };
}

sub _show_document {
    my ($self, $reply, $request) = @_;
    my $bytes = MIME::Base64::decode_base64($reply->{base64});
    my $next  = $reply->{next};
    while (ref $next) {
        my $slice = $self->{door}->call({ do => 'app.slice', as => $self->{as}, args => $next });
        $problem_class->throw_reply($slice) if ($slice->{kind} // '') eq 'problem';
        $bytes .= MIME::Base64::decode_base64($slice->{base64});
        $next = $slice->{next};
    }
    (my $plain = $reply->{name}) =~ s/[^A-Za-z0-9._-]/_/g;
    my $place = $reply->{type} eq 'application/pdf' ? 'inline' : 'attachment';
    my $name = sprintf q{%s; filename="%s"; filename*=UTF-8''%s}, $place, $plain, _percent($reply->{name});
    return $self->_print(200, $reply->{type}, $bytes, -content_disposition => $name, -x_content_type_options => 'nosniff');
}

# Work that takes longer: what is done, and a form that goes on, by itself where scripts run.
sub _show_progress {
    my ($self, $reply, $request) = @_;
    my $args = _flat('', $reply->{next});
    my $hidden = $self->_hidden;
    return $self->_page(
        'progress.tt', 200,
        title  => $self->{words}->say('progress.title'),
        text   => $self->{words}->say('progress.text', done => $reply->{done}, of => $reply->{of}),
        done   => $reply->{done}, of => $reply->{of},
        url    => Koha::Plugin::Ro::Metodica::Host::address($self->{plugin}, $request->{do}),
        fields => [ map { { name => $_->[0], value => $_->[1] } } (map { [ $_, $hidden->{$_} ] } sort keys %{$hidden}),
            (map { [ $_, $args->{$_} ] } sort keys %{$args}) ],
    );
}

sub _home {
    my ($self) = @_;
    return $self->_page('home.tt', 200, title => $self->{words}->say('home.title'), notice => $self->_take_notice);
}

# The copies of one record of Koha, with their places in the registers.
sub _record {
    my ($self) = @_;
    my $id = 0 + (($self->{cgi}->param('biblionumber') // '') =~ /\A(\d{1,9})\z/ ? $1 : 0);
    my $rows = Koha::Plugin::Ro::Metodica::Record::rows($self->{plugin}, $id);
    return $self->_page('record.tt', 200, title => $self->{words}->say('record.title'), rows => $rows, biblionumber => $id);
}

sub _show_problem {
    my ($self, $problem) = @_;
    my $words = $self->{words};
    return $self->_page(
        'problem.tt', $problem->status,
        title => $words->say('problem.title'), text => $problem->text($words), hint => $problem->hint($words),
        trace => $problem->trace
    );
}

# A page in Koha's frame, with our menu at its side.
sub _page {
    my ($self, $file, $status, %params) = @_;
    my $template = $self->{plugin}->get_template({ file => "templates/$file" });
    $template->param(
        words => $self->{words}, version => $self->{plugin}->get_metadata->{version},
        home => Koha::Plugin::Ro::Metodica::Host::address($self->{plugin}), groups => $self->_menu, %params,
    );
    return $self->{plugin}->output_html($template->output, $status == 200 ? undef : $status);
}

sub _menu {
    my ($self) = @_;
    return [] if !$self->{door};
    my $reply = eval { $self->{door}->call({ do => 'app.menu', as => $self->{as}, lang => $self->{words}->lang }) } or return [];
    my $here  = $self->_action;
    my @groups;
    for my $group (@{ $reply->{groups} // [] }) {
        my @entries = map {
            my $args = _flat('', $_->{args} // {});
            {
                title => $_->{title}, current => $_->{action} eq $here,
                url   => Koha::Plugin::Ro::Metodica::Host::address($self->{plugin}, $_->{action})
                    . join('', map { '&' . _percent($_) . '=' . _percent($args->{$_}) } sort keys %{$args}),
            }
        } @{ $group->{entries} };
        push @groups, { title => $group->{title}, entries => \@entries };
    }
    return \@groups;
}

# Bytes as they are, past the layers that Koha puts on the output.
sub _print {
    my ($self, $status, $type, $bytes, @headers) = @_;
    binmode STDOUT, ':raw';
    print $self->{cgi}->header(-status => $status, -type => $type, -charset => '', -content_length => length $bytes, @headers), $bytes;
    return;
}

1;
