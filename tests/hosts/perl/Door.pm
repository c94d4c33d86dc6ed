package Door;
# Door 1 for Perl, through FFI::Platypus: bytes in, bytes out.

use strict;
use warnings;
use FFI::Platypus 1.00;

sub new {
    my ($class, $library) = @_;
    my $ffi = FFI::Platypus->new(api => 1, lib => $library);
    $ffi->attach(['metodica_reply_new'   => '_reply_new']   => []                                         => 'opaque');
    $ffi->attach(['metodica_reply_text'  => '_reply_text']  => ['opaque']                                 => 'string');
    $ffi->attach(['metodica_reply_free'  => '_reply_free']  => ['opaque']                                 => 'void');
    $ffi->attach(['metodica_open'        => '_open']        => ['string', 'opaque', 'opaque*']            => 'sint32');
    $ffi->attach(['metodica_start'       => '_start']       => ['opaque', 'opaque']                       => 'sint32');
    $ffi->attach(['metodica_call'        => '_call']        => ['opaque', 'string', 'size_t', 'opaque']   => 'sint32');
    $ffi->attach(['metodica_close'       => '_close']       => ['opaque']                                 => 'void');
    return bless { reply => _reply_new() }, $class;
}

sub open {
    my ($self, $configuration) = @_;
    my $instance;
    my $status = _open($configuration, $self->{reply}, \$instance);
    die _reply_text($self->{reply}), "\n" if $status != 0;
    $self->{instance} = $instance;
    return $self;
}

sub start { my ($self) = @_; return _start($self->{instance}, $self->{reply}) }

sub call {
    my ($self, $request) = @_;
    my $status = _call($self->{instance}, $request, length($request), $self->{reply});
    return ($status, _reply_text($self->{reply}));
}

sub text { my ($self) = @_; return _reply_text($self->{reply}) }

sub close {
    my ($self) = @_;
    _close($self->{instance});
    _reply_free($self->{reply});
    return;
}

1;
