package Double::Template;

# Template Toolkit with the includes of the Koha that is played.

use strict;
use warnings;

use Cwd            ();
use File::Basename ();
use Template       ();

use C4::Context ();
use Koha        ();

my $root = Cwd::abs_path(File::Basename::dirname(__FILE__) . '/../../templates');
my %engines;

sub generation { return Koha::version() ge '24.05' ? '24.05' : '22.11' }

sub new {
    my ($class, $file, $cgi) = @_;
    return bless { file => $file, params => { biblionumber => scalar $cgi->param('biblionumber') } }, $class;
}

sub param {
    my ($self, %values) = @_;
    $self->{params} = { %{ $self->{params} }, %values };
    return;
}

sub output {
    my ($self) = @_;
    my $engine = $engines{ generation() } //= Template->new(
        INCLUDE_PATH => [ "$root/" . generation(), $root ], ABSOLUTE => 1, ENCODING => 'UTF-8');
    my $env = C4::Context->userenv;
    my %params = (
        user => $env ? $env->{id} : '',
        hooks => sub { return join '', grep { defined } Koha::Plugins->call(@_) },
        tabs  => sub { return [ Koha::Plugins->call('intranet_catalog_biblio_tab', { biblio_id => $_[0] }) ] },
        %{ $self->{params} },
    );
    $engine->process($self->{file}, \%params, \my $out) or die $engine->error . "\n";
    return $out;
}

1;
