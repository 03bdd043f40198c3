/// The scripts that teach a shell to ask `recite` what Tab may offer.
enum CompletionScripts {
  static func script(for shell: ShellCompletion.Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private static let bash = #"""
    # bash completion for recite; made by 'recite completions bash'.
    # Put it into share/bash-completion/completions/recite, or into ~/.bashrc:
    #   source <(recite completions bash)
    _recite() {
      local current=${COMP_WORDS[COMP_CWORD]} kind text note open=
      [ "$current" = "=" ] && current=
      COMPREPLY=()
      {
        IFS= read -r kind || return
        while IFS=$'\t' read -r text note; do
          case $text in *= | */) open=1 ;; esac
          COMPREPLY+=("$(printf '%q' "$text")")
        done
      } < <("${COMP_WORDS[0]}" __complete bash "$COMP_CWORD" "${COMP_WORDS[@]:1:COMP_CWORD}" \
        2>/dev/null)
      [ -n "$open" ] && compopt -o nospace 2>/dev/null
      local names=()
      case $kind in
        files) mapfile -t names < <(compgen -f -- "$current") ;;
        folders) mapfile -t names < <(compgen -d -- "$current") ;;
      esac
      if [ ${#names[@]} -gt 0 ]; then
        compopt -o filenames 2>/dev/null
        COMPREPLY+=("${names[@]}")
      fi
    }
    complete -F _recite recite

    """#

  private static let zsh = #"""
    #compdef recite
    # zsh completion for recite; made by 'recite completions zsh'.
    # Put it as _recite into a folder of $fpath, or into ~/.zshrc after compinit:
    #   source <(recite completions zsh)
    _recite() {
      local -a answer open whole
      local line kind tab=$'\t' text
      answer=("${(@f)$(${words[1]} __complete zsh $((CURRENT - 1)) \
        "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
      kind=$answer[1]
      for line in "${(@)answer[2,-1]}"; do
        text=${${line%%$tab*}//:/\\:}
        [[ -n $text ]] || continue
        [[ $line == *$tab ]] || text+=":${line#*$tab}"
        if [[ ${line%%$tab*} == *[=/] ]]; then
          open+=("$text")
        else
          whole+=("$text")
        fi
      done
      local -i found=1
      (( $#whole )) && _describe -V -t values 'recite' whole && found=0
      (( $#open )) && _describe -V -t values 'recite' open -S '' && found=0
      case $kind in
        files) _files && found=0 ;;
        folders) _files -/ && found=0 ;;
      esac
      return found
    }
    if [[ ${funcstack[1]-} == _recite ]]; then
      _recite "$@"
    else
      compdef _recite recite
    fi

    """#

  private static let fish = #"""
    # fish completion for recite; made by 'recite completions fish'.
    # Put it into a vendor_completions.d folder, or into ~/.config/fish/completions/recite.fish.
    function __recite_complete
      set -l typed (commandline -opc)
      set -l current (commandline -ct)
      set -l answer ($typed[1] __complete fish (count $typed) $typed[2..] $current 2>/dev/null)
      set -l kind $answer[1]
      printf '%s\n' $answer[2..]
      switch "$kind"
        case files
          __fish_complete_path $current
        case folders
          __fish_complete_directories $current
      end
    end
    complete -c recite -f -a '(__recite_complete)'

    """#
}
