package Double::Session;

# A session as CGI::Session gives it: param, clear, flush, id.

use strict;
use warnings;

use JSON ();

use Double::Store ();

my $json = JSON->new->canonical;

sub create {
    my ($class) = @_;
    open my $in, '<:raw', '/dev/urandom' or die "$!\n";
    read $in, my $bytes, 16;
    return bless { id => unpack('H*', $bytes), data => {} }, $class;
}

sub load {
    my ($class, $id) = @_;
    return if !defined $id || $id eq '';
    my ($data) = Double::Store::dbh()->selectrow_array('SELECT a_session FROM sessions WHERE id = ?', {}, $id);
    return defined $data ? bless { id => $id, data => $json->decode($data) }, $class : undef;
}

sub id { return $_[0]{id} }

sub param {
    my ($self, $name, @value) = @_;
    $self->{data}{$name} = $value[0] if @value;
    return $self->{data}{$name};
}

sub clear {
    my ($self, $name) = @_;
    delete $self->{data}{$name};
    return;
}

sub flush {
    my ($self) = @_;
    Double::Store::dbh()->do('REPLACE INTO sessions VALUES (?, ?)', {}, $self->{id}, $json->encode($self->{data}));
    return;
}

1;
