# Hooks: menu script, buttons and tab on the record's page, the night, changed items and records.

use strict;
use warnings;
use utf8;

use Test::More;

use Try ();

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output todo_output);

Try->make(adapter => 'koha', registers => 'carti=RI');
Try::open_registers();

my $dbh = Double::Store::dbh();
$dbh->do(q{INSERT INTO biblio (biblionumber, title, timestamp) VALUES (500, 'Ion', '2026-01-01 10:00:00')});
my $record = '/cgi-bin/koha/catalogue/detail.pl?biblionumber=500';

sub read_file {
    my ($file) = @_;
    open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
    local $/ = undef;
    return scalar <$in>;
}

subtest 'the menu script' => sub {
    my $ana = Try->browser('ana');
    my $home = $ana->get('/cgi-bin/koha/mainpage.pl')->text;
    my @scripts = $home =~ /id="metodica-menu"/g;
    is scalar @scripts, 1, 'stands on the page once';
    my ($file) = $home =~ m{src="(/plugin/[^"?]+menu\.js)};
    is $ana->get($file)->status, 200, 'and its file is there';
    Try::hides(Try->browser('vizitator')->get('/cgi-bin/koha/mainpage.pl'), qr/metodica-menu/, 'who may not open the page sees no menu');
    for my $asset (qw(screen.css koha.css screen.js progress.js)) {
        is $ana->get("/plugin/Koha/Plugin/Ro/Metodica/static/$asset")->status, 200, "$asset is there";
    }
};

subtest 'the menu script in a browser' => sub {
    my $chromium = Browser::chromium();
    plan skip_all => 'no Chromium' if !$chromium;
    my $static = Try::folder() . '/plugins/Koha/Plugin/Ro/Metodica/static';
    my $script = read_file("$static/menu.js");
    my $marks  = 'for (const li of document.querySelectorAll("#side li")) li.dataset.mark = getComputedStyle(li).listStyleType;';
    my %bars = (
        (map { $_ => read_file("$Try::HERE/templates/$_/header.inc") } qw(22.11 24.05)),
        plain => '<ul id="toplevelmenu" class="navbar-nav"></ul>',
        other => '',
    );
    for my $koha (sort keys %bars) {
        open my $out, '>:encoding(UTF-8)', Try::folder() . '/menu.html' or die;
        print {$out} qq{<body id="catalog_moredetail">$bars{$koha}<div id="area-list-left"><ul class="biglinks-list"></ul></div>
            <div id="toolbar"></div><script id="metodica-menu" data-home="/x" data-text="Metodica" data-item="E"></script>},
            "<script>$script</script>" x 3, '<style>ul li { list-style-type: disc; }</style><style>', read_file("$static/koha.css"),
            '</style><div id="side"><nav id="metodica-menu-side"><ul><li>a</li></ul></nav><div class="metodica"><div class="tabs"><ul><li>b</li></ul></div>',
            qq{<div class="home"><ul><li>c</li></ul></div></div></div><script>$marks</script>};
        close $out;
        my $dom = qx(env -u LD_PRELOAD "$chromium" --headless --no-sandbox --disable-gpu --user-data-dir="$ENV{KOHA_DOUBLE}/profile" --dump-dom "file://$ENV{KOHA_DOUBLE}/menu.html?biblionumber=5" 2>/dev/null);
        my %count;
        $count{$1}++ while $dom =~ /data-metodica="(\w+)"/g;
        is_deeply \%count, { home => 1, items => 1, $bars{$koha} ? (bar => 1) : () }, "Koha $koha: run three times, each place has one entry";
        my ($menu) = $dom =~ m{<ul[^>]*id="menu-more"[^>]*>(.*?)</ul>}s;
        like $menu, qr/data-metodica="bar"/, "Koha $koha: in the menu More, not in that of the search" if defined $menu;
        is_deeply [ $dom =~ /data-mark="(\w+)"/g ], [ ('none') x 3 ], "Koha $koha: Koha's marks stay off our lists";
    }
};

subtest 'the page of a record' => sub {
    $dbh->do(q{INSERT INTO items (itemnumber, biblionumber, barcode, stocknumber, homebranch, timestamp)
        VALUES (900, 500, 'RO0001', 'RI1', 'CENTRU', '2026-01-01'), (901, 500, 'RO<2>', 'altfel', 'CENTRU', '2026-01-01')});
    my $ana = Try->browser('ana');
    $ana->get($record);
    Try::shows($ana, qr/do=koha\.record&amp;biblionumber=500/, 'the toolbar has our button');
    Try::shows($ana, qr/<h2>Metodica<\/h2>/, 'and there is a tab');
    Try::shows($ana, qr/RO&lt;2&gt;/, 'with codes escaped');
    Try::shows($ana, qr/do=registers\.copy&amp;register=carti&amp;number=1">RI1</, 'numbers of our registers lead to the copy');
    Try::hides($ana, qr/>altfel<\/a>/, 'other texts do not');
    $ana->open('koha.record', biblionumber => 500);
    is $ana->status, 200, 'the page behind the button';
    Try::shows($ana, qr/RO0001/, 'lists the copies');
    is $ana->open('registers.copy', register => 'carti', number => 1)->status, 200, 'and the link works';
    Try::hides(Try->browser('vizitator')->get($record), qr/metodica-record/, 'who may not open it sees no button');
};

subtest 'the night' => sub {
    my @told;
    no warnings 'redefine';
    my $call = \&Koha::Plugin::Ro::Metodica::Door::call;
    local *Koha::Plugin::Ro::Metodica::Door::call = sub { my $reply = $call->(@_); push @told, [ $_[1]{do}, $reply->{kind} ]; return $reply };
    C4::Context->unset_userenv;
    Koha::Plugins->call('cronjob_nightly');
    is_deeply \@told, [ [ 'host.retry', 'screen' ] ], 'calls host.retry once for each library, without a person';
};

subtest 'news arrive' => sub {
    Koha::Item->new({ biblionumber => 500, barcode => 'NEWS-1', homebranch => 'F3' })->store;
    my $super = Try->browser('super');
    $super->open('host.waiting');
    Try::shows($super, qr/NEWS-1/, 'a copy that Koha made stands on the page of what passes between the two');
};

subtest 'changed items' => sub {
    my @told;
    no warnings 'redefine';
    local *Koha::Plugin::Ro::Metodica::Door::call = sub { push @told, $_[1]; return { kind => 'data' } };
    my $item = Koha::Item->new({ biblionumber => 500, barcode => 'RO3', homebranch => 'F3' })->store;
    $item->set({ location => 'SL' })->store;
    $item->delete;
    my $id = $item->itemnumber;
    is_deeply [ map { $_->{args} } @told ], [
        { what => 'copy', id => "$id", barcode => 'RO3', change => 'created' },
        { what => 'copy', id => "$id", barcode => 'RO3', change => 'changed' },
        { what => 'copy', id => "$id", change => 'deleted' },
    ], 'are told, a deleted one by its id only';
    is_deeply [ map { $_->{do} } @told ], [ ('host.changed') x 3 ], 'by host.changed';
    is scalar(keys %{ { map { $_->{key} => 1 } @told } }), 3, 'with a key each';
    @told = ();
    Koha::Item->new({ biblionumber => 500, barcode => 'X1', homebranch => 'ALTA' })->store;
    is scalar @told, 0, 'of a library that is not ours: no news';
    Koha::Plugins->call('after_biblio_action', { action => 'modify', payload => { action => 'modify', biblio_id => 7 } });
    Koha::Plugins->call('after_biblio_action', { action => 'modify', biblio_id => 8 });
    is_deeply [ map { $_->{args} } @told ], [ map { { what => 'title', id => "$_", change => 'changed' } } 7, 8 ],
        'records, with the payload of newer and of older Kohas';
    local *Koha::Plugin::Ro::Metodica::Door::call = sub { die "broken\n" };
    my @log;
    local $SIG{__WARN__} = sub { push @log, @_ };
    ok eval { Koha::Item->new({ biblionumber => 500, barcode => 'RO4', homebranch => 'F3' })->store; 1 }, 'a hook that fails stops nothing';
    like "@log", qr/metodica: item hook: broken/, 'but says so in the log';
};

done_testing;
