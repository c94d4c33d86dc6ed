package Koha::Plugins::Tab;

use strict;
use warnings;

sub new { my ($class, $args) = @_; return bless { %{$args} }, $class }

sub title { return $_[0]{title} }

sub content { return $_[0]{content} }

1;
