package Double::Api;

# The routes of plugins below /api/v1/contrib: login and rights named in x-koha-authorization are checked
# before the controller runs; a path without that is open to the world, as in Koha. One wrong path
# drops all routes of its plugin.

use Mojo::Base 'Mojolicious';

use Double ();

sub startup {
    my ($self) = @_;
    $self->log->level('fatal');
    $self->secrets(['double']);
    $self->helper('openapi.valid_input' => sub { my ($c) = @_; return $c->req->method ne 'POST' || ref $c->req->json ? $c : _invalid($c) });
    $self->hook(before_render => sub { my ($c, $args) = @_; $args->{json} = delete $args->{openapi} if exists $args->{openapi} });
    for my $class (Koha::Plugins->plugins_with('api_routes')) {
        (my $path = "$class.pm") =~ s{::}{/}g;
        require $path;
        my $plugin = $class->new({ enable_plugins => 1 });
        eval { $self->_mount($plugin->api_namespace, $plugin->api_routes); 1 } or warn "routes of $class: $@";
    }
    return;
}

sub _mount {
    my ($self, $namespace, $paths) = @_;
    my @routes;
    for my $path (sort keys %{$paths}) {
        for my $method (sort keys %{ $paths->{$path} }) {
            my $spec = $paths->{$path}{$method};
            die "$method $path has no $_\n" for grep { !$spec->{$_} } qw(x-mojo-to responses operationId);
            push @routes, [ $method, "/api/v1/contrib/$namespace$path", $spec ];
        }
    }
    $self->routes->namespaces(['Koha::Plugin']);
    for my $route (@routes) {
        my ($method, $path, $spec) = @{$route};
        my $guard = $self->routes->under($path => sub { my ($c) = @_; return _allowed($c, $spec->{'x-koha-authorization'}) });
        $guard->any([ uc $method ] => '/')->to($spec->{'x-mojo-to'});
    }
    return;
}

sub _invalid {
    my ($c) = @_;
    $c->render(status => 400, json => { errors => [ { message => 'Expected object - got null.', path => '/body' } ], status => 400 });
    return;
}

sub _allowed {
    my ($c, $wanted) = @_;
    return 1 if !$wanted;
    my $patron = _patron($c);
    if (!$patron) {
        $c->render(status => 401, json => { error => 'Authentication failure.' });
        return 0;
    }
    if (!C4::Auth::haspermission($patron->userid, $wanted->{permissions})) {
        $c->render(status => 403, json => { error => 'Authorization failure.', required_permissions => $wanted->{permissions} });
        return 0;
    }
    C4::Auth::recognise_patron($patron);
    $c->stash('koha.user' => $patron);
    return 1;
}

# Basic authentication; the double's password is the name.
sub _patron {
    my ($c) = @_;
    my ($user, $password) = split /:/, $c->req->url->to_abs->userinfo // '', 2;
    return if !defined $password || $password ne $user;
    return Koha::Patrons->find({ userid => $user });
}

1;
