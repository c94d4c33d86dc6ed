package Prefork;

# A Starman with workers around the double: started, watched, its workers killed, stopped.

use strict;
use warnings;

use File::Basename   ();
use IO::Socket::INET ();
use POSIX            ();
use Time::HiRes      ();

sub start {
    my ($class, %with) = @_;
    my $socket = IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1') or die "$!\n";
    my $port = $socket->sockport;
    close $socket;
    my $pid = fork // die "$!\n";
    if (!$pid) {
        open STDERR, '>>', "$ENV{KOHA_DOUBLE}/server.log" or die "$!\n";
        open STDOUT, '>&', \*STDERR or die "$!\n";
        my @preload = $with{preload} ? '--preload-app' : ();
        no warnings 'exec';
        exec 'starman', '--workers', $with{workers}, '--max-requests', $with{requests}, '--listen', "127.0.0.1:$port",
            '--disable-keepalive', @preload, '-I', "$Try::HERE/lib", "$Try::HERE/" . ($with{preload} ? 'preload.psgi' : 'koha.psgi');
        POSIX::_exit(1);
    }
    my $self = bless { pid => $pid, base => "http://127.0.0.1:$port", seen => {}, killed => 0 }, $class;
    $self->_wait($port);
    return $self;
}

sub base { return $_[0]{base} }

sub _wait {
    my ($self, $port) = @_;
    for (1 .. 300) {
        return if IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port, Timeout => 1);
        Time::HiRes::sleep(0.1);
    }
    die "the server does not answer\n";
}

# Process numbers of the workers that live now.
sub workers {
    my ($self) = @_;
    open my $in, '<', "/proc/$self->{pid}/task/$self->{pid}/children" or return;
    my @pids = split ' ', <$in> // '';
    $self->{seen}{$_} = 1 for @pids;
    return @pids;
}

# Ends one worker as a crash or a power cut would.
sub kill_one {
    my ($self) = @_;
    my @pids = $self->workers or return;
    $self->{killed} += kill KILL => $pids[ rand @pids ];
    return;
}

sub killed { return $_[0]{killed} }

sub seen { return scalar keys %{ $_[0]{seen} } }

sub stop {
    my ($self) = @_;
    kill TERM => $self->{pid};
    waitpid $self->{pid}, 0;
    return;
}

1;
