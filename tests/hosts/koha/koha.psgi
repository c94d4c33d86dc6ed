# The double of Koha as a PSGI application: plackup -s Starman tests/hosts/koha/koha.psgi

use strict;
use warnings;

use FindBin ();
use File::Basename ();
use lib File::Basename::dirname(__FILE__) . '/lib';

use CGI::Emulate::PSGI ();
use Mojo::Server::PSGI ();
use Plack::App::File   ();

use Double        ();
use Double::Api   ();
use Double::Pages ();

my $pages  = CGI::Emulate::PSGI->handler(\&Double::Pages::answer);
my $static = Plack::App::File->new(root => Double::plugins_folder())->to_app;
my $server = Mojo::Server::PSGI->new;
$server->build_app('Double::Api');
my $api = $server->to_psgi_app;

sub {
    my ($env) = @_;
    my $path = $env->{PATH_INFO};
    return $api->($env) if $path =~ m{^/api/};
    return $static->({ %{$env}, PATH_INFO => $1 }) if $path =~ m{^/plugin(/Koha/Plugin/.*)};
    return $pages->($env);
};
