#!/usr/bin/perl
# scope_css.pl SHEET: the sheet of the screens, bound to what stands inside .metodica, to the standard
# output. Rules of the page around a screen fall away, because the frame is Koha's; sizes in rem become
# pixels, because Koha's root size differs between its versions.
#
# Copyright (C) 2026 the authors of Metodica
# SPDX-License-Identifier: GPL-3.0-or-later

use strict;
use warnings;

use constant PIXELS => 14;

my ($file) = @ARGV;
open my $in, '<', $file or die "$file: $!\n";
my $sheet = do { local $/ = undef; <$in> };
$sheet =~ s{/\*.*?\*/}{}gs;
print "/* Made from adapters/common/html/metodica.css; BSD-3-Clause. */\n", scoped($sheet);

# Rules one after the other; a group such as @media has rules inside.
sub scoped {
    my ($text) = @_;
    my $out = '';
    while ($text =~ /\G\s*([^{}]+?)\s*(\{(?:[^{}]|(?2))*\})/g) {
        my ($head, $body) = ($1, substr $2, 1, -1);
        if ($head =~ /prefers-color-scheme/) {
            next;    # Koha's frame is light
        }
        elsif ($head =~ /^\@media/) {
            my $inside = scoped($body);
            $out .= "$head {\n$inside}\n" if $inside ne '';
        }
        elsif ($head !~ /^\@/) {
            my @selectors = grep { defined } map { bound($_) } split /,\s*/, $head;
            $body =~ s/([\d.]+)rem\b/sprintf '%gpx', $1 * PIXELS/ge;
            $body =~ s/color-scheme:[^;]*;//g;
            $body =~ s/\s+/ /g;
            $out .= join(', ', @selectors) . " {$body}\n" if @selectors;
        }
    }
    return $out;
}

# A selector inside .metodica; undef for what stands outside of a screen.
sub bound {
    my ($selector) = @_;
    return '.metodica' if $selector eq ':root' || $selector eq 'body';
    return undef if $selector =~ /^(?:html|main|footer|\.(?:bar|frame|menu|skip|alone))\b/;
    return ".metodica $selector";
}
