package Koha::Plugin::Ro::Metodica::Host;

# What Koha says of the request at hand: who asks, for which library, with which rights; and the door
# with the settings of the configure page.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use C4::Auth    ();
use C4::Context ();
use JSON        ();
use Koha        ();

use Koha::Plugin::Ro::Metodica::Answers ();
use Koha::Plugin::Ro::Metodica::Door    ();
use Koha::Plugin::Ro::Metodica::Problem ();

our $LEAST_KOHA = '22.11';

my $problem_class = 'Koha::Plugin::Ro::Metodica::Problem';

# Our roles and what gives them: Koha permissions ("module" or "module.code"), or "user:<userid>".
# A superlibrarian has every role. Roles that sign follow from no right of Koha: they are given by name
# on the configure page, as the other lists are changed there.
our %FIRST_ROLES = (
    reader        => 'catalogue',
    librarian     => 'editcatalogue.edit_items acquisition.order_receive',
    keeper        => 'acquisition.order_receive',
    commission    => 'tools.inventory',
    manager       => '',
    accountant    => '',
    methodologist => '',
    administrator => 'plugins.configure',
);
our @ROLES = qw(reader librarian keeper commission manager accountant methodologist administrator);

our %FIRST_PATHS = (
    library => '/usr/lib/x86_64-linux-gnu/libmetodica.so.1',
    config  => '/etc/metodica/metodica.ini',
);

sub setting {
    my ($plugin, $name) = @_;
    my $value = $plugin->retrieve_data($name);
    return defined $value && $value ne '' ? $value : $FIRST_PATHS{$name} // '';
}

sub role_lists {
    my ($plugin) = @_;
    my $kept = $plugin->retrieve_data('roles');
    return { %FIRST_ROLES, $kept ? %{ decoded($kept) } : () };
}

# The door, open and started; dies with a Problem.
sub door {
    my ($plugin) = @_;
    check_koha();
    return Koha::Plugin::Ro::Metodica::Door->to(
        setting($plugin, 'library'), setting($plugin, 'config'), $plugin->get_metadata->{version},
        Koha::Plugin::Ro::Metodica::Answers::answering($plugin)
    );
}

# minimum_version is not enforced by every Koha.
sub check_koha {
    my $has = eval { Koha::version() } || '0';
    my ($year, $month) = $has =~ /^(\d+)\.(\d+)/;
    my ($least_year, $least_month) = split /\./, $LEAST_KOHA;
    my $enough = defined $year && ($year > $least_year || ($year == $least_year && $month >= $least_month));
    $problem_class->throw('koha.too_old', has => $has, needs => $LEAST_KOHA) if !$enough;
    return;
}

# The caller of a request: the person of Koha's own session, never what a browser sent.
sub caller_of {
    my ($plugin) = @_;
    my $env = C4::Context->userenv || {};
    $problem_class->throw('koha.nobody', status => 403) if !$env->{id};
    my ($library, $branch) = place_of_branch($plugin, $env->{branch} // '');
    my %as = (user => $env->{id}, branch => $branch, roles => roles_of($plugin, $env->{id}));
    $as{library} = $library if $library ne '';
    return \%as;
}

# Koha itself as the caller: hooks and the nightly run. `library`: our code, '' for the default one.
sub koha_itself {
    my ($library) = @_;
    return { user => 'koha', branch => '', roles => [qw(librarian keeper administrator)], $library ne '' ? (library => $library) : () };
}

sub roles_of {
    my ($plugin, $user) = @_;
    my $rights = C4::Auth::haspermission($user) || {};
    return [@ROLES] if $rights->{superlibrarian};
    my $lists = role_lists($plugin);
    return [ grep { _any_right($rights, $user, $lists->{$_}) } @ROLES ];
}

sub _any_right {
    my ($rights, $user, $list) = @_;
    for my $wanted (split ' ', $list // '') {
        if ($wanted =~ /^user:(.+)/) {
            return 1 if $1 eq $user;
            next;
        }
        my ($module, $code) = split /\./, $wanted, 2;
        my $has = $rights->{$module} or next;
        return 1 if !ref $has || !defined $code || $has->{$code};
    }
    return 0;
}

# May the person of this page open our tool page? Without a person: no.
sub may_open {
    my $env = C4::Context->userenv or return 0;
    return 0 if !$env->{id};
    return C4::Auth::haspermission($env->{id}, { plugins => 'tool' }) ? 1 : 0;
}

my ($sections, $sections_stamp);

# The ini file as section => { key => value }; read anew when it changed. Empty when it cannot be read:
# opening the door then says why.
sub _ini {
    my ($plugin) = @_;
    my $file  = setting($plugin, 'config');
    my $stamp = join ':', $file, (stat $file)[ 1, 9 ];
    return $sections if $sections && $sections_stamp eq $stamp;
    my ($section, %found) = ('');
    if (open my $in, '<:encoding(UTF-8)', $file) {
        while (my $line = <$in>) {
            if    ($line =~ /^\s*\[(.+?)\]/)                         { $section = $1 }
            elsif ($line =~ /^\s*([^;#=\s][^=]*?)\s*=\s*(.*?)\s*$/) { $found{$section}{$1} = $2 }
        }
    }
    $sections_stamp = $stamp;
    return $sections = \%found;
}

# [libraries]: Koha's branch code => our code of the library.
sub libraries { return _ini($_[0])->{libraries} // {} }

# An inventory number as Koha keeps it, as our register and number; nothing for any other text.
# "registers = carti=; periodice=P-" gives each register the prefix of its numbers.
sub place_of {
    my ($plugin, $text) = @_;
    my $list = _ini($plugin)->{'adapter.settings'}{registers} // 'RI=';
    my %prefix_of = map { /^\s*(.+?)\s*=\s*(.*?)\s*$/ ? ($1 => $2) : () } split /;/, $list;
    for my $register (sort { length $prefix_of{$b} <=> length $prefix_of{$a} || $a cmp $b } keys %prefix_of) {
        return ($register, $1) if $text =~ /\A\Q$prefix_of{$register}\E(\d{1,9})\z/;
    }
    return;
}

# Our library and branch for a branch of Koha. [libraries] says which library; the adapter's own list
# ("CENTRU=57706; F3=57706/F3") which branch of it, and without such a list each is a branch.
sub place_of_branch {
    my ($plugin, $koha) = @_;
    my $known = libraries($plugin);
    my %listed = map { /^\s*(.+?)\s*=\s*(.*?)\s*$/ ? ($1 => $2) : () }
        split /;/, _ini($plugin)->{'adapter.settings'}{libraries} // '';
    my ($library, $branch) = split m{/}, $listed{$koha} // '', 2;
    $problem_class->throw('koha.branch_not_served', branch => $koha, status => 403)
        if !exists $known->{$koha} && (%{$known} || (%listed && !exists $listed{$koha}));
    return ($known->{$koha} // $library // '', $branch // (%listed ? '' : $koha));
}

# The address of our tool page, or of one action on it.
sub address {
    my ($plugin, $action) = @_;
    (my $class = ref $plugin || $plugin) =~ s/:/%3A/g;
    return "/cgi-bin/koha/plugins/run.pl?class=$class&method=tool" . (defined $action ? "&do=$action" : '');
}

sub decoded { return JSON->new->utf8(!utf8::is_utf8($_[0]))->decode($_[0]) }

sub encoded { return JSON->new->utf8->canonical->encode($_[0]) }

# A line in Koha's log of errors; never names of persons.
sub note {
    my ($text) = @_;
    chomp $text;
    warn "metodica: $text\n";
    return;
}

sub fresh_key {
    my ($prefix) = @_;
    open my $in, '<:raw', '/dev/urandom' or die "no random numbers: $!\n";
    read $in, my $bytes, 12;
    return "$prefix-" . unpack 'H*', $bytes;
}

1;
