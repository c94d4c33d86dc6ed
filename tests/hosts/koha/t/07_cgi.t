# Koha as plain CGI: a process for each request, which opens, starts, calls and ends.

use strict;
use warnings;
use utf8;

use Test::More;

use Try ();

Try->make;
Try::open_registers();
require C4::Auth;
my $session = C4::Auth::log_in('super');

sub cgi {
    my ($method, $query, $body) = @_;
    local @ENV{qw(REQUEST_METHOD QUERY_STRING SCRIPT_NAME PATH_INFO HTTP_COOKIE CONTENT_TYPE CONTENT_LENGTH GATEWAY_INTERFACE SERVER_NAME SERVER_PORT)}
        = ($method, $query, '/cgi-bin/koha/plugins/run.pl', '', "CGISESSID=$session", 'application/x-www-form-urlencoded',
        length($body // ''), 'CGI/1.1', 'localhost', 80);
    open my $in, '>', Try::folder() . '/body' or die;
    print {$in} $body // '';
    close $in;
    my $answer = qx("$^X" "$Try::HERE/cgi/run.pl" < "$ENV{KOHA_DOUBLE}/body");
    my ($head, $rest) = split /\r?\n\r?\n/, $answer, 2;
    return ($? , $head // '', $rest // '');
}

my $tool = 'class=Koha%3A%3APlugin%3A%3ARo%3A%3AMetodica&method=tool';
for my $round (1 .. 3) {
    my ($code, $head, $body) = cgi('GET', "$tool&do=registers.inventory");
    is $code, 0, "request $round ends well";
    like $head, qr/^Status: 200/m, 'with 200';
    utf8::decode($body);
    ok $body =~ /id="screen-registers-inventory"/, 'and the page';
}

my (undef, undef, $page) = cgi('GET', "$tool&do=institution.settings");
my ($token) = $page =~ /name="csrf_token" value="([^"]+)"/;
my ($key)   = $page =~ /name="key" value="([^"]+)"/;
my @form = (class => $Try::CLASS, method => 'tool', op => 'cud-do', csrf_token => $token, key => $key, institution_name => 'Prin CGI');
my @pairs;
while (my ($name, $value) = splice @form, 0, 2) { push @pairs, Browser::escaped($name) . '=' . Browser::escaped($value) }
for my $round (1, 2) {
    my ($code, $head) = cgi('POST', "$tool&do=institution.save", join '&', @pairs);
    like $head, qr/^Status: 303/m, "a write, pressed for the time $round, leads to a page that reads";
}
is Try::call('app.about')->{institution}, 'Prin CGI', 'and is kept';

done_testing;
