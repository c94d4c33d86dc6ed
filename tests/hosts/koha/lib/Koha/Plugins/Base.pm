package Koha::Plugins::Base;

# What a plugin derives from: settings, templates, output, and install or upgrade at the first instance.

use strict;
use warnings;

use C4::Auth      ();
use C4::Context   ();
use C4::Languages ();
use CGI           ();
use Double::Store ();

sub new {
    my ($class, $args) = @_;
    my $self = bless { %{$args}, class => $args->{metadata}{class} }, $class;
    my $code = $self->{metadata}{version};
    my $kept = $self->retrieve_data('__INSTALLED_VERSION__');
    if (!defined $kept) {
        if (!$self->can('install') || $self->install) { $self->store_data({ __INSTALLED__ => 1, __INSTALLED_VERSION__ => $code }) }
        else                                          { warn "Plugin $self->{class} failed during installation!\n" }
    }
    elsif ($kept ne $code) {
        $self->store_data({ __INSTALLED_VERSION__ => $code }) if $self->can('upgrade') && $self->upgrade;
    }
    return $self;
}

# In place and at every call, as Koha does; before 2020 it warned of values that are not there.
sub get_metadata {
    my ($self) = @_;
    utf8::decode($self->{metadata}{$_}) for keys %{ $self->{metadata} };
    return $self->{metadata};
}

sub retrieve_data {
    my ($self, $key) = @_;
    my ($value) = Double::Store::dbh()->selectrow_array(
        'SELECT plugin_value FROM plugin_data WHERE plugin_class = ? AND plugin_key = ?', {}, $self->{class}, $key);
    return $value;
}

sub store_data {
    my ($self, $data) = @_;
    Double::Store::dbh()->do('REPLACE INTO plugin_data VALUES (?, ?, ?)', {}, $self->{class}, $_, $data->{$_})
        for sort keys %{$data};
    return;
}

sub bundle_path {
    my ($self) = @_;
    (my $path = $self->{class}) =~ s{::}{/}g;
    return Double::Store::folder() . "/plugins/$path";
}

sub mbf_path { my ($self, $file) = @_; return $self->bundle_path . "/$file" }

sub mbf_read {
    my ($self, $file) = @_;
    open my $in, '<', $self->mbf_path($file) or die "$file: $!\n";
    local $/ = undef;
    return scalar <$in>;
}

sub get_plugin_http_path {
    my ($self) = @_;
    (my $path = $self->{class}) =~ s{::}{/}g;
    return "/plugin/$path";
}

sub get_template {
    my ($self, $args) = @_;
    my ($template) = C4::Auth::get_template_and_user(
        { template_name => $self->mbf_path($args->{file}), query => $self->{cgi}, type => 'intranet', authnotrequired => 1 });
    $template->param(
        CLASS       => $self->{class},
        METHOD      => scalar $self->{cgi}->param('method'),
        PLUGIN_PATH => $self->get_plugin_http_path,
        PLUGIN_DIR  => $self->bundle_path,
        LANG        => C4::Languages::getlanguage($self->{cgi}),
    );
    return $template;
}

sub output_html {
    my ($self, $data, $status) = @_;
    utf8::encode($data) if utf8::is_utf8($data);
    print $self->{cgi}->header(-type => 'text/html', -charset => 'UTF-8', -status => $status // '200 OK'), $data;
    return;
}

sub go_home {
    my ($self) = @_;
    print $self->{cgi}->redirect('/cgi-bin/koha/plugins/plugins-home.pl');
    return;
}

1;
