package Koha::Plugin::Ro::Metodica::Configure;

# The configure page: where library and configuration file are, which rights give which role, and in
# plain words whether it all works.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use base qw(Koha::Plugin::Ro::Metodica::Visit);

use C4::Context ();
use JSON        ();
use Koha        ();

use Koha::Plugin::Ro::Metodica::Door    ();
use Koha::Plugin::Ro::Metodica::Host    ();
use Koha::Plugin::Ro::Metodica::Problem ();

my @PATHS = qw(library config);
my $problem_class = 'Koha::Plugin::Ro::Metodica::Problem';

# Repeatable: what is kept already stays.
sub first_settings {
    my ($plugin) = @_;
    Koha::Plugin::Ro::Metodica::Host::check_koha();
    for my $name (@PATHS) {
        $plugin->store_data({ $name => $Koha::Plugin::Ro::Metodica::Host::FIRST_PATHS{$name} })
            if !defined $plugin->retrieve_data($name);
    }
    return;
}

sub answer {
    my ($self) = @_;
    my ($status, $said, $wrong) = (200);
    if ($self->is_post) {
        if (eval { $self->_save; 1 }) { $said = $self->{words}->say('configure.saved') }
        else {
            my $problem = $problem_class->of($@);
            ($status, $wrong) = ($problem->status, $problem->text($self->{words}));
        }
    }
    return $self->_page($status, $said, $wrong);
}

sub _save {
    my ($self) = @_;
    my $cgi = $self->{cgi};
    $self->check_token('cud-save');
    my %data;
    for my $name (@PATHS) {
        ($data{$name} = $cgi->param($name) // '') =~ s/\A\s+|\s+\z//g;
        $problem_class->throw('configure.no_path', path => $data{$name}, status => 422)
            if $data{$name} !~ m{\A/[^\0\n]+\z};
    }
    my %roles;
    for my $role (@Koha::Plugin::Ro::Metodica::Host::ROLES) {
        my @list = split ' ', $cgi->param("role_$role") // '';
        for my $entry (@list) {
            $problem_class->throw('configure.no_right', text => $entry, status => 422)
                if $entry !~ /\A(?:user:\S+|[a-z_]+(?:\.[a-z_0-9]+)?)\z/;
        }
        $roles{$role} = join ' ', @list;
    }
    $data{roles} = JSON->new->ascii->canonical->encode(\%roles);
    $self->{plugin}->store_data(\%data);
    return;
}

sub _page {
    my ($self, $status, $said, $wrong) = @_;
    my ($plugin, $words) = @{$self}{qw(plugin words)};
    my $lists = Koha::Plugin::Ro::Metodica::Host::role_lists($plugin);
    my $template = $plugin->get_template({ file => 'templates/configure.tt' });
    $template->param(
        words      => $words,
        title      => $words->say('configure.title'),
        version    => $plugin->get_metadata->{version},
        csrf_token => $self->token,
        library    => Koha::Plugin::Ro::Metodica::Host::setting($plugin, 'library'),
        config     => Koha::Plugin::Ro::Metodica::Host::setting($plugin, 'config'),
        roles      => [
            map { { name => $_, title => $words->say("role.$_"), list => $lists->{$_} // '' } }
                @Koha::Plugin::Ro::Metodica::Host::ROLES
        ],
        report => report($plugin, $words),
        home   => Koha::Plugin::Ro::Metodica::Host::address($plugin),
        said   => $said,
        wrong  => $wrong,
    );
    return $plugin->output_html($template->output, $status == 200 ? undef : $status);
}

# The doctor's findings: [{ good, text, hint }]. The first that fails ends the list, for what stands
# behind it cannot be tried.
sub report {
    my ($plugin, $words) = @_;
    my @report = ({ good => 1, text => $words->say('report.koha', version => Koha::version()) });
    my $door = eval { Koha::Plugin::Ro::Metodica::Host::door($plugin) };
    if (!$door) {
        my $problem = $problem_class->of($@);
        Koha::Plugin::Ro::Metodica::Host::note('configure: ' . $problem->for_log);
        return [ @report, { good => 0, text => $problem->text($words), hint => $problem->hint($words) } ];
    }
    my $about = $door->about;
    push @report, { good => 1, text => $words->say('report.library', version => $about->{version}, abi => $about->{abi}) };
    push @report, { good => 1, text => $words->say('report.adapter', name => $about->{adapter}{name}, version => $about->{adapter}{version}) };
    push @report, { good => 1, text => $words->say('report.data', engine => $about->{engine}, library => $about->{library}) };
    push @report, _institution($about, $words), _branch($plugin, $words);
    push @report, { good => 0, text => $words->say('report.outdated'), hint => $words->hint('report.outdated') }
        if Koha::Plugin::Ro::Metodica::Door->is_outdated;
    return \@report;
}

sub _institution {
    my ($about, $words) = @_;
    my $name = $about->{institution} // '';
    return { good => 1, text => $words->say('report.institution', name => $name) } if $name ne '';
    return { good => 0, text => $words->say('report.no_institution'), hint => $words->hint('report.no_institution') };
}

sub _branch {
    my ($plugin, $words) = @_;
    my $env = C4::Context->userenv || {};
    my $branch = $env->{branch} // '';
    return () if eval { Koha::Plugin::Ro::Metodica::Host::place_of_branch($plugin, $branch); 1 };
    my $problem = $problem_class->of($@);
    return { good => 0, text => $problem->text($words), hint => $problem->hint($words) };
}

1;
