package Koha::Plugin::Ro::Metodica::Words;

# The few sentences of the shim itself, in ro, en and hu: words/<lang>.json, id -> pattern with {names}.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use C4::Languages ();
use JSON          ();

my %patterns;    # lang => { id => pattern }, read once per process

# The words in the language of the Koha page: "ro-RO" is ro, what is not ours is ro too.
sub of {
    my ($class, $cgi) = @_;
    my $koha = eval { C4::Languages::getlanguage($cgi) } // '';
    return $class->new($koha =~ /^(ro|en|hu)\b/ ? $1 : 'ro');
}

sub new {
    my ($class, $lang) = @_;
    $patterns{$lang} //= _read($lang);
    return bless { lang => $lang, patterns => $patterns{$lang} }, $class;
}

sub lang { return $_[0]{lang} }

sub say {
    my ($self, $id, %with) = @_;
    my $text = $self->{patterns}{$id} // $id;
    $text =~ s/\{(\w+)\}/$with{$1} \/\/ ''/ge;
    return $text;
}

sub hint {
    my ($self, $id, %with) = @_;
    return exists $self->{patterns}{"$id.hint"} ? $self->say("$id.hint", %with) : '';
}

# For templates: words.get('home.title').
sub get { my ($self, $id) = @_; return $self->say($id) }

sub escaped {
    my ($text) = @_;
    my %names = ('&' => '&amp;', '<' => '&lt;', '>' => '&gt;', '"' => '&quot;', q{'} => '&#39;');
    $text =~ s/([&<>"'])/$names{$1}/g;
    return $text;
}

sub _read {
    my ($lang) = @_;
    (my $folder = __FILE__) =~ s/Words\.pm$/words/;
    open my $in, '<:raw', "$folder/$lang.json" or return {};
    local $/ = undef;
    return JSON->new->utf8->decode(scalar <$in>);
}

1;
