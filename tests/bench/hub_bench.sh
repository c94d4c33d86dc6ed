#!/usr/bin/env bash
# hub_bench.sh BUILD [COPIES] [NODES]: figures of the county hub with real processes over TLS on loopback:
# a hub on PostgreSQL of its own, the first upload of one node with COPIES copies, then of NODES nodes at
# once, the bytes of a day's changes, and the duplicate check. Needs openssl and PostgreSQL's server.
set -euo pipefail
build=$(realpath "$1")
copies=${2:-50000}
nodes=${3:-8}
program=$build/bin/metodica
folder=$(mktemp -d)
server=
as=()
if [ "$(id -u)" = 0 ]; then
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
bin=$(pg_config --bindir)
finish() {
  [ -z "$server" ] || kill "$server" || true
  "${as[@]}" "$bin/pg_ctl" -D "$folder/pg" -m immediate -s stop || true
  rm -rf "$folder"
}
trap finish EXIT
chmod 755 "$folder"
mkdir "$folder/pg"
[ "$(id -u)" != 0 ] || chown postgres "$folder/pg"
"${as[@]}" "$bin/initdb" -D "$folder/pg" -U hub --auth=trust -E UTF8 --locale=C >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$folder/pg" -s -w -l "$folder/pg/log" \
  -o "-c listen_addresses='' -c unix_socket_directories=$folder/pg" start
"$bin/psql" -q -h "$folder/pg" -U hub postgres \
  -c "CREATE ROLE county LOGIN" -c "CREATE DATABASE county OWNER county"

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=hub -addext subjectAltName=IP:127.0.0.1 \
  -keyout "$folder/hub.key" -out "$folder/hub.pem" 2>/dev/null
chmod 600 "$folder/hub.key"
port=$((20000 + RANDOM % 20000))
"$program" setup "$folder/hub" --library CJ --port "$port" >/dev/null
(umask 077 && echo "host=$folder/pg user=county dbname=county" >"$folder/hub/connection")
sed -i "s/^engine = .*/engine = postgresql\nconnection_file = connection/; /^path = /d; /^workers = /d" "$folder/hub/metodica.ini"
printf 'workers = %s\ntls_certificate = %s\ntls_key = %s\n' "$nodes" "$folder/hub.pem" "$folder/hub.key" >>"$folder/hub/metodica.ini"
export METODICA_CONFIG=$folder/hub/metodica.ini
"$program" hub init >/dev/null
"$program" serve >"$folder/serve.log" 2>&1 &
server=$!
until grep -q https "$folder/serve.log"; do sleep 0.2; done

reception() { # NUMBER COPIES
  printf '{"do":"acquisition.receive","key":"r%s","args":{"source":"donation","partner":"Donator","act":{"kind":"minutes","number":"%s","date":"2026-01-02"},"lines":[' "$1" "$1"
  local line
  for line in $(seq 1 $(($2 / 2))); do
    [ "$line" = 1 ] || printf ','
    printf '{"title":"Titlul %s din actul %s","author":"Autor%s, Ion","language":"ro","udc":"821.135.1","register":"carti","copies":2,"unit_value":"12.50"}' "$line" "$1" "$((line % 97))"
  done
  printf ']}}\n'
}
furnish() { # LIBRARY COPIES
  "$program" setup "$folder/$1" --library "$1" >/dev/null
  printf '[hub]\nurl = https://127.0.0.1:%s\nca_file = %s\n' "$port" "$folder/hub.pem" >>"$folder/$1/metodica.ini"
  {
    echo '{"do":"registers.open","key":"o","args":{"opened_on":"2026-01-01","registers":[{"code":"carti","name":"Cărți","category":"book"}]}}'
    local act
    for act in $(seq 1 $(($2 / 1000))); do reception "$act" 1000; done
  } | "$program" call --config "$folder/$1/metodica.ini" >/dev/null
}
code_for() { "$program" hub code "Nod $1" "$1" --lang en | sed -n 's/^Code: //p'; }

furnish 70000 "$copies"
code=$(code_for 70000)
begin=$(date +%s.%N)
sent=$(/usr/bin/time -f '%M KiB' -o "$folder/memory" "$program" sync --lang en --config "$folder/70000/metodica.ini" --enrol "$code" | tr -d , | sed -n 's/^70000: \([0-9]*\).*/\1/p')
end=$(date +%s.%N)
echo "first upload of $copies copies: $sent rows in $(echo "$end - $begin" | bc) s, most memory $(cat "$folder/memory")"

for i in $(seq 1 "$nodes"); do
  furnish "7100$i" $((copies / 10))
  code_for "7100$i" >"$folder/code$i"
done
begin=$(date +%s.%N)
pids=()
for i in $(seq 1 "$nodes"); do
  "$program" sync --lang en --config "$folder/7100$i/metodica.ini" --enrol "$(cat "$folder/code$i")" >"$folder/sent$i" &
  pids+=($!)
done
wait "${pids[@]}"
end=$(date +%s.%N)
total=$(cat "$folder"/sent? | tr -d , | sed -n 's/^7100.: \([0-9]*\).*/\1/p' | paste -sd+ | bc)
echo "$nodes nodes at once: $total rows, $(echo "$total / ($end - $begin)" | bc) rows/s, filling the outboxes and enrolment included"

reception 9001 30 | "$program" call --config "$folder/71001/metodica.ini" >/dev/null
"$program" call --config "$folder/71001/metodica.ini" '{"do":"sync.batch"}' >"$folder/day.json"
echo "a day with one reception of 30 copies: $(gzip -9 <"$folder/day.json" | wc -c) bytes on the wire"
for i in $(seq 1 200); do
  echo "{\"do\":\"hub.union.find\",\"args\":{\"title\":\"Titlul $((i * 2)) din actul $((i % 5 + 1))\",\"author\":\"Ion Autor$((i * 2 % 97))\",\"language\":\"ro\"}}"
done >"$folder/questions"
begin=$(date +%s.%N)
"$program" call <"$folder/questions" >"$folder/answers"
end=$(date +%s.%N)
echo "duplicate check: $(echo "1000 * ($end - $begin) / 200" | bc -l | cut -c1-5) ms each with the start of the program, $(grep -c '"copies":2' "$folder/answers" || true) of 200 found"
