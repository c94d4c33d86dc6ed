package Koha::Plugin::Ro::Metodica::Problem;

# An expected failure of the shim itself: an id of the words files, what fills its places, and details
# for the log. Thrown with throw(), shown with text() and hint().
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use overload '""' => sub { return $_[0]->for_log . "\n" }, fallback => 1;

sub throw {
    my ($class, $id, %with) = @_;
    die bless { id => $id, with => \%with, status => delete $with{status} || 503 }, $class;
}

# A problem object of the plugin (schema/problem.json) as it came through door 1.
sub from_reply {
    my ($class, $reply, $status) = @_;
    return bless { reply => $reply, status => $status // 503 }, $class;
}

sub throw_reply { my ($class, $reply) = @_; die $class->from_reply($reply) }

# What was thrown, whatever it is, as a problem.
sub of {
    my ($class, $thrown) = @_;
    return $thrown if ref $thrown && eval { $thrown->isa($class) };
    chomp(my $detail = "$thrown");
    return bless { id => 'defect', with => { detail => $detail }, status => 500 }, $class;
}

sub status { return $_[0]{status} }

sub id { return $_[0]{id} // 'reply' }

sub text {
    my ($self, $words) = @_;
    return $self->{reply} ? $self->{reply}{text} // '' : $words->say($self->{id}, %{ $self->{with} });
}

sub hint {
    my ($self, $words) = @_;
    return $self->{reply} ? $self->{reply}{hint} // '' : $words->hint($self->{id}, %{ $self->{with} });
}

sub trace { return $_[0]{reply} ? $_[0]{reply}{trace} // '' : '' }

sub for_log {
    my ($self) = @_;
    return "reply: " . ($self->{reply}{code} // '') . ' ' . ($self->{reply}{message} // '') if $self->{reply};
    return join ' ', $self->{id}, map { "$_=" . ($self->{with}{$_} // '') } sort keys %{ $self->{with} };
}

1;
