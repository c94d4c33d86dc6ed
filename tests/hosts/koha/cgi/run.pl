#!/usr/bin/perl
# run.pl as a plain CGI program: a process for each request.

use strict;
use warnings;

use File::Basename ();
use lib File::Basename::dirname(__FILE__) . '/../lib';

use Double        ();
use Double::Pages ();

Double::Pages::answer();
