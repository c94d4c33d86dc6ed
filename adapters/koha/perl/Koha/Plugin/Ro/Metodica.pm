package Koha::Plugin::Ro::Metodica;

# Metodica inside Koha: the class that Koha finds, with one method per hook.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later
# This program is free software: you can redistribute it and/or modify it under the terms of the GNU
# General Public License as published by the Free Software Foundation, either version 3 of the License,
# or (at your option) any later version. It is distributed WITHOUT ANY WARRANTY; see the License.

use strict;
use warnings;
use utf8;

use base qw(Koha::Plugins::Base);

# Koha lists every function of this class as a hook, imported ones too: import nothing.
use Koha::Plugin::Ro::Metodica::Configure ();
use Koha::Plugin::Ro::Metodica::Host      ();
use Koha::Plugin::Ro::Metodica::News      ();
use Koha::Plugin::Ro::Metodica::Page      ();
use Koha::Plugin::Ro::Metodica::Record    ();
use Koha::Plugin::Ro::Metodica::Words     ();

our $VERSION = '0.1.0';

our $METADATA = {
    name            => 'Metodica',
    author          => 'Metodica',
    description     => 'Registrele bibliotecii publice: recepție, RMF și RI, inventariere, casare',
    date_authored   => '2026-06-01',
    date_updated    => '2026-06-01',
    minimum_version => '22.11.00.000',
    version         => $VERSION,
    namespace       => 'metodica',
};

# Never loads the library and never dies: in some Kohas a dying constructor stops the staff interface.
sub new {
    my ($class, $args) = @_;
    my %args = %{ $args || {} };
    $args{metadata} = { %{$METADATA}, class => $class };
    return $class->SUPER::new(\%args);
}

# May run in two workers at once: everything here can be repeated.
sub install {
    my ($self) = @_;
    return eval { Koha::Plugin::Ro::Metodica::Configure::first_settings($self); 1 } ? 1 : 0;
}

sub upgrade {
    my ($self) = @_;
    return $self->install;
}

# Registers are documents of the library: they stay where the configuration file says.
sub uninstall { return 1 }

sub tool {
    my ($self) = @_;
    return Koha::Plugin::Ro::Metodica::Page->new($self)->answer;
}

sub configure {
    my ($self) = @_;
    return Koha::Plugin::Ro::Metodica::Configure->new($self)->answer;
}

# Our menu entries are put in by a script, because Koha has no hook for menus.
sub intranet_js {
    my ($self) = @_;
    return eval { $self->_menu_script } // '';
}

sub intranet_catalog_biblio_enhancements_toolbar_button {
    my ($self) = @_;
    return eval { Koha::Plugin::Ro::Metodica::Record::button($self) } // '';
}

sub intranet_catalog_biblio_tab {
    my ($self, $args) = @_;
    my @tabs = eval { Koha::Plugin::Ro::Metodica::Record::tabs($self, $args) };
    return @tabs;
}

sub api_namespace { return 'metodica' }

sub api_routes {
    my ($self) = @_;
    return Koha::Plugin::Ro::Metodica::Host::decoded($self->mbf_read('openapi.json'));
}

sub cronjob_nightly {
    my ($self) = @_;
    eval { Koha::Plugin::Ro::Metodica::News::nightly($self); 1 }
        or Koha::Plugin::Ro::Metodica::Host::note("nightly: $@");
    return;
}

sub after_item_action {
    my ($self, $args) = @_;
    eval { Koha::Plugin::Ro::Metodica::News::item($self, $args); 1 }
        or Koha::Plugin::Ro::Metodica::Host::note("item hook: $@");
    return;
}

sub after_biblio_action {
    my ($self, $args) = @_;
    eval { Koha::Plugin::Ro::Metodica::News::biblio($self, $args); 1 }
        or Koha::Plugin::Ro::Metodica::Host::note("record hook: $@");
    return;
}

sub _menu_script {
    my ($self) = @_;
    return '' if !Koha::Plugin::Ro::Metodica::Host::may_open();
    my $words = Koha::Plugin::Ro::Metodica::Words->of($self->{cgi});
    my $file  = $self->get_plugin_http_path . '/static/menu.js?v=' . $VERSION;
    return sprintf '<script defer src="%s" id="metodica-menu" data-home="%s" data-text="%s" data-item="%s"></script>',
        map { Koha::Plugin::Ro::Metodica::Words::escaped($_) }
        $file, Koha::Plugin::Ro::Metodica::Host::address($self), 'Metodica', $words->say('menu.copy');
}

1;
