package Koha::Plugin::Ro::Empty;

# A plugin that does nothing, with the same hooks on staff pages as ours: what Koha itself costs for them.

use strict;
use warnings;

use base qw(Koha::Plugins::Base);

sub new {
    my ($class, $args) = @_;
    return $class->SUPER::new({ %{$args}, metadata => { class => $class, version => '1', namespace => 'empty' } });
}

sub install { return 1 }

sub intranet_js { return '<script defer src="/plugin/empty.js"></script>' }

# Koha's frame with one sentence in it.
sub tool {
    my ($self) = @_;
    my $template = $self->get_template({ file => '../Metodica/templates/home.tt' });
    $template->param(PLUGIN_DIR => $self->bundle_path . '/../Metodica', words => Koha::Plugin::Ro::Metodica::Words->new('ro'), groups => []);
    return $self->output_html($template->output);
}

1;
