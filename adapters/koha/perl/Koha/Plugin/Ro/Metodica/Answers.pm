package Koha::Plugin::Ro::Metodica::Answers;

# Answers the questions of libmetodica-koha.so with Koha's own objects; the agreement is
# adapters/koha/QUESTIONS.md. Never SQL that writes, never data of patrons beyond id, branch and rights.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use C4::Context ();
use JSON        ();

use Koha::Plugin::Ro::Metodica::Door ();

my $json = JSON->new->utf8;

# Which package answers what. All are loaded together when the door opens, not one by one later: an
# upload of a newer plugin meanwhile would mix its packages with ours.
my %PACKAGE_OF = (
    (map { $_ => 'Site' } qw(about libraries values user)),
    (map { $_ => 'Titles' } qw(titles.read titles.find titles.changes titles.create titles.replace)),
    (map { $_ => 'Items' } qw(items.read items.walk items.update items.create)),
    (map { $_ => 'Acquisition' } qw(vendors funds suggestions order_lines)),
);

sub known { return sort keys %PACKAGE_OF }

# The answer function of door 1: question bytes to answer bytes; never dies. While it runs, hooks are
# silent: what is written here is no news.
sub answering {
    my ($plugin) = @_;
    my $class = ref $plugin;
    require "Koha/Plugin/Ro/Metodica/Answers/$_.pm" for values %PACKAGE_OF;
    return sub {
        my ($bytes) = @_;
        local $Koha::Plugin::Ro::Metodica::Door::inside = 1;
        my $answer = eval { _answer($class, $json->decode($bytes)) } // _failure($@);
        return eval { $json->encode($answer) }
            // '{"ok":false,"error":{"code":"defect","detail":"the answer is no JSON"}}';
    };
}

# Refuses from inside an answer, with a code of QUESTIONS.md.
sub refuse {
    my ($code, $detail) = @_;
    die { code => $code, detail => $detail // '' };
}

sub _answer {
    my ($class, $question) = @_;
    my $ask = $question->{ask} // '';
    my $package = $PACKAGE_OF{$ask} or refuse('unsupported', $ask);
    (my $name = $ask) =~ tr/./_/;
    my $do = (__PACKAGE__ . "::$package")->can("answer_$name") or refuse('unsupported', $ask);
    _stand_in($question->{user} // '');
    return { ok => JSON::true(), %{ $do->($question->{args} // {}, { %{$question}, class => $class }) } };
}

# Koha's functions need an acting person; the nightly run has none of its own, and Koha keeps one only
# after room was made for it.
sub _stand_in {
    my ($user) = @_;
    my $env = C4::Context->userenv;
    return if $env && $env->{id};
    C4::Context->_new_userenv('metodica') if !$env && C4::Context->can('_new_userenv');
    C4::Context->set_userenv(undef, $user ne '' ? $user : 'metodica', undef, 'Metodica', '', '', '', 0);
    return;
}

# What was thrown as a failure. Texts of exceptions go to the log of the plugin, not to people.
sub _failure {
    my ($thrown) = @_;
    my %error = ref $thrown eq 'HASH' && $thrown->{code} ? %{$thrown} : (code => 'defect', detail => _short($thrown));
    $error{code} = 'busy' if $error{detail} =~ /deadlock|lock wait timeout|database is locked/i;
    $error{code} = 'barcode_in_use' if $error{detail} =~ /DuplicateID/;
    return { ok => JSON::false(), error => { code => $error{code}, detail => $error{detail} } };
}

# Koha's exceptions are objects: their class says more than a text, and holds no data.
sub _short {
    my ($thrown) = @_;
    my $class = ref $thrown;
    my $text = "$thrown";
    $text =~ s/\s+at \S+ line \d+.*//s;
    return substr $class ? "$class: $text" : $text, 0, 300;
}

1;
