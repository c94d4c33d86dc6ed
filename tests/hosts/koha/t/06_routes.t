# The routes for programs: login and rights before anything else, and who asks is known by Koha.

use strict;
use warnings;

use JSON         ();
use MIME::Base64 ();
use Test::More;

use Try ();

Try->make;
Try::open_registers();
require Try;
my $app = do "$Try::HERE/koha.psgi" or die $@ || $!;
my $json = JSON->new->utf8;

sub ask {
    my ($method, $path, $user, $body) = @_;
    my $browser = Browser->new(app => $app, env => $user ? { HTTP_AUTHORIZATION => 'Basic ' . MIME::Base64::encode_base64($user, '') } : {});
    $browser->_send($method, "/api/v1/contrib/metodica$path", defined $body ? $json->encode($body) : '', $body ? 'application/json' : '');
    return ($browser->status, eval { $json->decode($browser->bytes) });
}

for my $case ([ GET => '/about' ], [ POST => '/call', { do => 'app.about' } ]) {
    my ($method, $path, $body) = @{$case};
    is +(ask($method, $path, undef, $body))[0], 401, "$path without login";
    is +(ask($method, $path, 'ana:wrong', $body))[0], 401, "$path with a wrong password";
    is +(ask($method, $path, 'vizitator:vizitator', $body))[0], 403, "$path without the right";
    my ($status, $reply) = ask($method, $path, 'ana:ana', $body);
    is $status, 200, "$path with it";
    is $reply->{program}, 'Metodica', 'and the reply is there';
}

my ($status, $reply) = ask('POST', '/call', 'ilona:ilona', { do => 'institution.settings', want => 'screen',
    as => { user => 'super', roles => ['administrator'] } });
is $status, 403, 'roles that a program names for itself count nothing';
is $reply->{code}, 'denied', 'the reply says why';

($status, $reply) = ask('POST', '/call', 'super:super', { do => 'institution.save', key => 'k1', args => { institution_name => 'Biblioteca din program' } });
is $status, 200, 'a write with a key';
is +(ask('GET', '/about', 'super:super'))[1]{institution}, 'Biblioteca din program', 'is done';
is +(ask('POST', '/call', 'super:super', { do => 'institution.save', args => {} }))[0], 400, 'a write without a key is refused';
is +(ask('POST', '/call', 'super:super', { do => 'no.such' }))[0], 404, 'an unknown action';
is +(ask('POST', '/call', 'super:super'))[0], 400, 'a body that is no object';

Try::plugin()->store_data({ library => '/nowhere.so' });
($status, $reply) = ask('GET', '/about', 'super:super');
is $status, 503, 'a fault of the installation';
is $reply->{code}, 'door.no_library', 'is named';

done_testing;
