package Koha::Plugin::Ro::Metodica::Door;

# Door 1 of libmetodica.so, through FFI::Platypus: JSON in, JSON out. Loaded at the first use, never
# before; one instance per process. After a fork the child starts again by itself (rules K1 to K4 of
# the architecture), so a preloading server may serve with what its parent opened.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use JSON ();

use Koha::Plugin::Ro::Metodica::Problem ();

use constant { ABI_MAJOR => 1, FORKED => -9, BUSY => -6, DEFECT => -10, MOST_ATTEMPTS => 4 };

my $json = JSON->new->utf8->canonical;
my $problem_class = 'Koha::Plugin::Ro::Metodica::Problem';

my $open;      # the door of this interpreter
my $loaded;    # { file, stamp, abi, call => {...} }: a library stays until the process ends
our $inside = 0;

# The door for these settings, open and started. `answer`: sub from question bytes to answer bytes.
# Dies with a Problem.
sub to {
    my ($class, $library, $config, $version, $answer) = @_;
    my $name = join "\0", $library, $config, _stamp($config);
    if ($open && $open->{name} ne $name) {
        $open->_close;
        undef $open;
    }
    if (!$open) {
        my $door = bless { name => $name, config => $config, answer => $answer }, $class;
        $door->{library} = _load($library);
        $door->_open;
        $open = $door;
    }
    $open->_start if ($open->{pid} // 0) != $$;
    $open->_check_version($version);
    return $open;
}

# True while the library is at work on this process's stack: it must not be called again then.
sub inside { return $inside }

# True when the file of the library was replaced since this process loaded it.
sub is_outdated { return $loaded && $loaded->{stamp} ne _stamp($loaded->{file}) ? 1 : 0 }

sub about { return $_[0]{about} }

# One request to one reply, both as data. A busy database is asked again with the same key.
sub call {
    my ($self, $request) = @_;
    my $bytes = $json->encode($request);
    my $pause = 0.02;
    for my $attempt (1 .. MOST_ATTEMPTS) {
        my ($status, $reply) = $self->_call($bytes);
        if ($status == FORKED) {
            $self->_start;
            next;
        }
        return $json->decode($reply) if $status != BUSY || $attempt == MOST_ATTEMPTS;
        select undef, undef, undef, $pause;
        $pause *= 3;
    }
    $problem_class->throw('door.forked');
}

sub _call {
    my ($self, $bytes) = @_;
    $problem_class->throw('door.inside') if $inside;
    local $inside = 1;
    my $status = $self->{library}{call}{metodica_call}->($self->{instance}, $bytes, length $bytes, $self->{reply});
    return ($status, $self->_text);
}

sub _text {
    my ($self) = @_;
    my $call = $self->{library}{call};
    my $size = $call->{metodica_reply_bytes}->($self->{reply});
    return $size
        ? FFI::Platypus::Buffer::buffer_to_scalar($call->{metodica_reply_text}->($self->{reply}), $size)
        : '';
}

sub _load {
    my ($file) = @_;
    return $loaded if $loaded && $loaded->{file} eq $file;
    eval { require FFI::Platypus; FFI::Platypus->VERSION('1.00'); require FFI::Platypus::Buffer; 1 }
        or $problem_class->throw('door.no_ffi');
    _check_file($file);
    my $ffi = FFI::Platypus->new(api => 1, lib => $file);
    my $abi = $ffi->find_symbol('metodica_abi');
    if (!defined $abi) {
        require FFI::Platypus::DL;
        FFI::Platypus::DL::dlopen($file, FFI::Platypus::DL::RTLD_PLATYPUS_DEFAULT());
        $problem_class->throw('door.not_a_library', file => $file, reason => FFI::Platypus::DL::dlerror() // '');
    }
    my $speaks = $ffi->function($abi => [] => 'uint32')->call;
    $problem_class->throw('door.wrong_abi', file => $file, has => $speaks >> 16, needs => ABI_MAJOR)
        if $speaks >> 16 != ABI_MAJOR;
    return $loaded = { file => $file, stamp => _stamp($file), ffi => $ffi, call => _functions($ffi) };
}

sub _check_file {
    my ($file) = @_;
    $problem_class->throw('door.no_library', file => $file) if !-e $file;
    $problem_class->throw('door.library_unreadable', file => $file) if !-f _ || !-r _;
    $problem_class->throw('door.library_open_to_all', file => $file) if (stat _)[2] & 02;
    return;
}

sub _functions {
    my ($ffi) = @_;
    my %shapes = (
        metodica_reply_new   => [ []                                       => 'opaque' ],
        metodica_reply_text  => [ ['opaque']                               => 'opaque' ],
        metodica_reply_bytes => [ ['opaque']                               => 'size_t' ],
        metodica_reply_write => [ [ 'opaque', 'string', 'size_t' ]         => 'sint32' ],
        metodica_open        => [ [ 'string', 'opaque', 'opaque*' ]        => 'sint32' ],
        metodica_on_question => [ [ 'opaque', 'opaque', 'opaque' ]         => 'sint32' ],
        metodica_start       => [ [ 'opaque', 'opaque' ]                   => 'sint32' ],
        metodica_call        => [ [ 'opaque', 'string', 'size_t', 'opaque' ] => 'sint32' ],
        metodica_close       => [ ['opaque']                               => 'void' ],
    );
    return { map { $_ => $ffi->function($_ => @{ $shapes{$_} })->sub_ref } keys %shapes };
}

sub _open {
    my ($self) = @_;
    $problem_class->throw('door.no_config', file => $self->{config}) if !-e $self->{config};
    $problem_class->throw('door.config_unreadable', file => $self->{config}) if !-r _;
    my $call = $self->{library}{call};
    $self->{reply} = $call->{metodica_reply_new}->();
    my $instance;
    my $status = $call->{metodica_open}->($self->{config}, $self->{reply}, \$instance);
    $problem_class->throw_reply($json->decode($self->_text || '{}')) if $status != 0;
    $self->{instance} = $instance;
    $self->{closure}  = $self->_answering;
    my $ffi = $self->{library}{ffi};
    $call->{metodica_on_question}->($instance, $ffi->cast('(opaque,opaque,size_t,opaque)->sint32' => 'opaque', $self->{closure}),
        undef);
    return;
}

# Answers a question of the adapter. Nothing may be thrown across the frames of the library.
sub _answering {
    my ($self) = @_;
    my $write  = $self->{library}{call}{metodica_reply_write};
    my $answer = $self->{answer};
    return $self->{library}{ffi}->closure(
        sub {
            my (undef, $text, $size, $into) = @_;
            my $status = eval {
                my $bytes = $answer->(FFI::Platypus::Buffer::buffer_to_scalar($text, $size));
                $write->($into, $bytes, length $bytes);
            };
            return $status // DEFECT;
        }
    );
}

sub _start {
    my ($self) = @_;
    local $inside = 1;
    my $status = $self->{library}{call}{metodica_start}->($self->{instance}, $self->{reply});
    $problem_class->throw_reply($json->decode($self->_text || '{}')) if $status != 0;
    $self->{pid} = $$;
    return;
}

# Shim and library belong together up to the second number of their versions.
sub _check_version {
    my ($self, $version) = @_;
    return if $self->{about};
    my $about = $self->call({ do => 'app.about' });
    my ($has, $needs) = map { (my $short = $_) =~ s/^(\d+\.\d+).*/$1/s; $short } $about->{version} // '', $version;
    $problem_class->throw('door.wrong_version', has => $about->{version} // '?', needs => $version) if $has ne $needs;
    $self->{about} = $about;
    return;
}

sub _close {
    my ($self) = @_;
    $self->{library}{call}{metodica_close}->(delete $self->{instance}) if $self->{instance};
    return;
}

# Which file a name means now: another one after a replace by rename, or after an edit.
sub _stamp {
    my ($file) = @_;
    my @stat = stat $file or return '';
    return join ':', @stat[0, 1, 9];
}

END { $open->_close if $open }

1;
